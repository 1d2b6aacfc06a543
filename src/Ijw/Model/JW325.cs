using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>JW325, antwoord op een declaratie (messages.md 3).</summary>
internal static class JW325
{
    public static Berichtsoort Soort { get; } = new()
    {
        Naam = "JW325",
        Code = "491",
        Omschrijving = "Antwoord op een declaratie",
        Inhoud =
        [
            Kop.Declaratieantwoord("491"),
            Klasse(
                "DeclaratieAntwoord",
                Veld("DeclaratieNummer", Ldt.IdentificatieDeclaratie).AlsSleutel(),
                Groep("TotaalIngediendBedrag", Cdt.TotaalBedragMetDC),
                Groep("TotaalToegekendBedrag", Cdt.TotaalBedragMetDC),
                Lijst(
                    "Clienten",
                    Klasse(
                        "Client",
                        Veld("Bsn", Ldt.BurgerServicenummer).AlsSleutel(),
                        Lijst(
                            "Prestaties",
                            JW323.Prestatie with { Kinderen = [.. JW323.Prestatie.Kinderen, RetourCodes()] }),
                        RetourCodes())).Optioneel(),
                RetourCodes()).Optioneel(),
        ],
    };
}
