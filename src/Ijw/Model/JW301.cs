using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>JW301, toewijzing jeugdhulp (messages.md 3).</summary>
internal static class JW301
{
    /// <summary>An address or telephone, of the client and of a relatie alike.</summary>
    private static readonly Element Contact = Klasse(
        "Contact",
        Field("Soort", Ldt.AddressKind).AsKey(),
        Group("Adres", Cdt.Address).Optional(),
        Field("Organisatie", Ldt.OrganisationName).Optional(),
        Group("Telefoon", Cdt.Telefoonnummers).Optional(),
        Field("Emailadres", Ldt.Emailadres).Optional(),
        Group("Periode", Cdt.OpenPeriod).Optional()
    );

    public static Berichtsoort Kind { get; } =
        new()
        {
            Name = "JW301",
            Code = "436",
            Description = "Toewijzing jeugdhulp",
            Answer = "JW302",
            Content =
            [
                HeaderShapes.Heen("436", Ldt.Gemeente, Ldt.AgbCode),
                Klasse(
                    "Client",
                    Field("Bsn", Ldt.BurgerServicenummer).AsKey(),
                    Group("Geboortedatum", Cdt.Geboortedatum),
                    Field("Geslacht", Ldt.Geslacht),
                    Group("Naam", Cdt.CompleteName),
                    Group("Communicatie", Cdt.Communicatie).Optional(),
                    Field("JuridischeStatus", Ldt.JuridischeStatus).Optional(),
                    Field("WettelijkeVertegenwoordiging", Ldt.WettelijkeVertegenwoordiging).Optional(),
                    Field("Commentaar", Ldt.Comment).Optional(),
                    List(
                            "Relaties",
                            Klasse(
                                "Relatie",
                                Field("Nummer", Ldt.PersonId).AsKey(),
                                Field("Volgorde", Ldt.RelatieOrder).Optional(),
                                Field("Soort", Ldt.KindRelatie),
                                Group("Geboortedatum", Cdt.Geboortedatum).Optional(),
                                Field("Geslacht", Ldt.Geslacht).Optional(),
                                Group("Naam", Cdt.CompleteName),
                                Contact
                            )
                        )
                        .Optional(),
                    List("Contactgegevens", Contact),
                    List(
                        "ToegewezenProducten",
                        Klasse(
                            "ToegewezenProduct",
                            Field("ToewijzingNummer", Ldt.Number).AsKey(),
                            Field("ReferentieAanbieder", Ldt.Reference).Optional(),
                            Group("Product", Cdt.Product).Optional(),
                            Field("Toewijzingsdatum", Ldt.Date),
                            Field("Toewijzingstijd", Ldt.Time),
                            Field("Ingangsdatum", Ldt.Date),
                            Field("Einddatum", Ldt.Date).Optional(),
                            Field("RedenWijziging", Ldt.RedenWijziging).Optional(),
                            Group("Omvang", Cdt.Omvang).Optional(),
                            Field("Budget", Ldt.Budget).Optional(),
                            Field("Commentaar", Ldt.Comment).Optional()
                        )
                    )
                ),
            ],
        };
}
