using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>JW307, stop levering jeugdhulp (messages.md 3).</summary>
internal static class JW307
{
    public static Berichtsoort Soort { get; } = new()
    {
        Naam = "JW307",
        Code = "440",
        Omschrijving = "Stop levering jeugdhulp",
        Antwoord = "JW308",
        Inhoud =
        [
            Kop.Heen("440", Ldt.AgbCode, Ldt.Gemeente),
            Klasse(
                "Client",
                Veld("Bsn", Ldt.BurgerServicenummer).AlsSleutel(),
                Groep("Geboortedatum", Cdt.Geboortedatum),
                Veld("Geslacht", Ldt.Geslacht),
                Groep("Naam", Cdt.VerkorteNaam),
                Lijst(
                    "StopProducten",
                    Klasse(
                        "StopProduct",
                        Veld("ToewijzingNummer", Ldt.Nummer).AlsSleutel().Optioneel(),
                        Groep("Product", Cdt.Product).AlsSleutel().Optioneel(),
                        Veld("ToewijzingIngangsdatum", Ldt.Datum).Optioneel(),
                        Veld("Begindatum", Ldt.Datum).AlsSleutel(),
                        Veld("RedenBeeindiging", Ldt.RedenBeeindiging).AlsSleutel(),
                        Veld("Einddatum", Ldt.Datum).AlsSleutel(),
                        Veld("StatusAanlevering", Ldt.StatusAanlevering)))),
        ],
    };
}
