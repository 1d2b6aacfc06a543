using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>JW305, start levering jeugdhulp (messages.md 3).</summary>
internal static class JW305
{
    public static Berichtsoort Soort { get; } = new()
    {
        Naam = "JW305",
        Code = "438",
        Omschrijving = "Start levering jeugdhulp",
        Antwoord = "JW306",
        Inhoud =
        [
            Kop.Heen("438", Ldt.AgbCode, Ldt.Gemeente),
            Klasse(
                "Client",
                Veld("Bsn", Ldt.BurgerServicenummer).AlsSleutel(),
                Groep("Geboortedatum", Cdt.Geboortedatum),
                Veld("Geslacht", Ldt.Geslacht),
                Groep("Naam", Cdt.VerkorteNaam),
                Lijst(
                    "StartProducten",
                    Klasse(
                        "StartProduct",
                        Veld("ToewijzingNummer", Ldt.Nummer).AlsSleutel().Optioneel(),
                        Groep("Product", Cdt.Product).AlsSleutel().Optioneel(),
                        Veld("ToewijzingIngangsdatum", Ldt.Datum).Optioneel(),
                        Veld("Begindatum", Ldt.Datum).AlsSleutel(),
                        Veld("StatusAanlevering", Ldt.StatusAanlevering)))),
        ],
    };
}
