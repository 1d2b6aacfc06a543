using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>JW301, toewijzing jeugdhulp (messages.md 3).</summary>
internal static class JW301
{
    /// <summary>An address or telephone, of the client and of a relatie alike.</summary>
    private static readonly Element Contact = Klasse(
        "Contact",
        Veld("Soort", Ldt.AdresSoort).AlsSleutel(),
        Groep("Adres", Cdt.Adres).Optioneel(),
        Veld("Organisatie", Ldt.Organisatienaam).Optioneel(),
        Groep("Telefoon", Cdt.Telefoonnummers).Optioneel(),
        Veld("Emailadres", Ldt.Emailadres).Optioneel(),
        Groep("Periode", Cdt.OpenPeriode).Optioneel());

    public static Berichtsoort Soort { get; } = new()
    {
        Naam = "JW301",
        Code = "436",
        Omschrijving = "Toewijzing jeugdhulp",
        Antwoord = "JW302",
        Inhoud =
        [
            Kop.Heen("436", Ldt.Gemeente, Ldt.AgbCode),
            Klasse(
                "Client",
                Veld("Bsn", Ldt.BurgerServicenummer).AlsSleutel(),
                Groep("Geboortedatum", Cdt.Geboortedatum),
                Veld("Geslacht", Ldt.Geslacht),
                Groep("Naam", Cdt.VolledigeNaam),
                Groep("Communicatie", Cdt.Communicatie).Optioneel(),
                Veld("JuridischeStatus", Ldt.JuridischeStatus).Optioneel(),
                Veld("WettelijkeVertegenwoordiging", Ldt.WettelijkeVertegenwoordiging).Optioneel(),
                Veld("Commentaar", Ldt.Commentaar).Optioneel(),
                Lijst(
                    "Relaties",
                    Klasse(
                        "Relatie",
                        Veld("Nummer", Ldt.Persoonsid).AlsSleutel(),
                        Veld("Volgorde", Ldt.RelatieVolgorde).Optioneel(),
                        Veld("Soort", Ldt.SoortRelatie),
                        Groep("Geboortedatum", Cdt.Geboortedatum).Optioneel(),
                        Veld("Geslacht", Ldt.Geslacht).Optioneel(),
                        Groep("Naam", Cdt.VolledigeNaam),
                        Contact)).Optioneel(),
                Lijst("Contactgegevens", Contact),
                Lijst(
                    "ToegewezenProducten",
                    Klasse(
                        "ToegewezenProduct",
                        Veld("ToewijzingNummer", Ldt.Nummer).AlsSleutel(),
                        Veld("ReferentieAanbieder", Ldt.Referentie).Optioneel(),
                        Groep("Product", Cdt.Product).Optioneel(),
                        Veld("Toewijzingsdatum", Ldt.Datum),
                        Veld("Toewijzingstijd", Ldt.Tijd),
                        Veld("Ingangsdatum", Ldt.Datum),
                        Veld("Einddatum", Ldt.Datum).Optioneel(),
                        Veld("RedenWijziging", Ldt.RedenWijziging).Optioneel(),
                        Groep("Omvang", Cdt.Omvang).Optioneel(),
                        Veld("Budget", Ldt.Budget).Optioneel(),
                        Veld("Commentaar", Ldt.Commentaar).Optioneel()))),
        ],
    };
}
