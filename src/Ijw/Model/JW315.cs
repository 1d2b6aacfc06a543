using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>JW315, verzoek om toewijzing jeugdhulp (messages.md 3).</summary>
internal static class JW315
{
    public static Berichtsoort Kind { get; } =
        new()
        {
            Name = "JW315",
            Code = "446",
            Description = "Verzoek om toewijzing jeugdhulp",
            Answer = "JW316",
            Content =
            [
                HeaderShapes.Heen("446", Ldt.AgbCode, Ldt.Gemeente),
                Klasse(
                    "Client",
                    Field("Bsn", Ldt.BurgerServicenummer).AsKey(),
                    Group("Geboortedatum", Cdt.Geboortedatum),
                    Field("Geslacht", Ldt.Geslacht),
                    Group("Naam", Cdt.ShortName),
                    Field("GezagsdragerBekend", Ldt.YesNo).Optional(),
                    Field("Commentaar", Ldt.Comment).Optional(),
                    List(
                        "AangevraagdeProducten",
                        Klasse(
                            "AangevraagdProduct",
                            Field("ReferentieAanbieder", Ldt.Reference).AsKey(),
                            Field("BeschikkingNummer", Ldt.Number).Optional(),
                            Group("Product", Cdt.Product).Optional(),
                            Field("BeschikkingIngangsdatum", Ldt.Date).Optional(),
                            Field("ToewijzingIngangsdatum", Ldt.Date),
                            Field("ToewijzingEinddatum", Ldt.Date).Optional(),
                            Group("Omvang", Cdt.Omvang).Optional(),
                            Field("Budget", Ldt.Budget).Optional(),
                            Group("Verwijzer", Cdt.Referrer),
                            Field("Raamcontract", Ldt.YesNo).Optional(),
                            Field("Commentaar", Ldt.Comment).Optional()
                        )
                    )
                ),
            ],
        };
}
