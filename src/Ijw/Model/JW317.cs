using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>JW317, verzoek om wijziging jeugdhulp (messages.md 3).</summary>
internal static class JW317
{
    public static Berichtsoort Soort { get; } = new()
    {
        Naam = "JW317",
        Code = "486",
        Omschrijving = "Verzoek om wijziging jeugdhulp",
        Antwoord = "JW318",
        Inhoud =
        [
            Kop.Heen("486", Ldt.AgbCode, Ldt.Gemeente),
            Klasse(
                "Client",
                Veld("Bsn", Ldt.BurgerServicenummer).AlsSleutel(),
                Klasse(
                    "Verzoek",
                    Veld("ReferentieAanbieder", Ldt.Referentie).AlsSleutel(),
                    Veld("RedenVerzoek", Ldt.RedenVerzoek),
                    Lijst(
                        "OngewijzigdeProducten",
                        Klasse(
                            "OngewijzigdProduct",
                            Veld("ToewijzingNummer", Ldt.Nummer).AlsSleutel())).Optioneel(),
                    Lijst(
                        "TeWijzigenProducten",
                        Klasse(
                            "TeWijzigenProduct",
                            Veld("ToewijzingNummer", Ldt.Nummer).AlsSleutel(),
                            Veld("GewensteIngangsdatum", Ldt.Datum),
                            Veld("Einddatum", Ldt.Datum).Optioneel(),
                            Groep("Omvang", Cdt.Omvang).Optioneel(),
                            Veld("Budget", Ldt.Budget).Optioneel())).Optioneel(),
                    Lijst(
                        "NieuweProducten",
                        Klasse(
                            "NieuwProduct",
                            Groep("Product", Cdt.Product).AlsSleutel().Optioneel(),
                            Veld("GewensteIngangsdatum", Ldt.Datum).AlsSleutel(),
                            Veld("Einddatum", Ldt.Datum).Optioneel(),
                            Groep("Omvang", Cdt.Omvang).Optioneel(),
                            Veld("Budget", Ldt.Budget).Optioneel())).Optioneel())),
        ],
    };
}
