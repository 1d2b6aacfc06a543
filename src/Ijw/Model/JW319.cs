using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>JW319, antwoord op een verzoek (messages.md 3).</summary>
internal static class JW319
{
    public static Berichtsoort Soort { get; } = new()
    {
        Naam = "JW319",
        Code = "488",
        Omschrijving = "Antwoord op een verzoek",
        Antwoord = "JW320",
        Inhoud =
        [
            Kop.Heen("488", Ldt.Gemeente, Ldt.AgbCode),
            Klasse(
                "Antwoord",
                Veld("ReferentieAanbieder", Ldt.Referentie).AlsSleutel(),
                Veld("VerzoekAntwoord", Ldt.VerzoekAntwoord).AlsSleutel(),
                Veld("RedenAfwijzingVerzoek", Ldt.RedenAfwijzingVerzoek).Optioneel(),
                Klasse(
                    "Woonplaatsbeginsel",
                    Veld("Gemeente", Ldt.Gemeente).AlsSleutel()).Optioneel()),
        ],
    };
}
