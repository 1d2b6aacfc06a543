using static Ijw.Model.Bouw;

namespace Ijw.Model.Berichten;

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
                            Klasse(
                                "Prestatie",
                                Groep("ProductReferentie", Cdt.Referentie).AlsSleutel(),
                                Veld("ToewijzingNummer", Ldt.Nummer),
                                Veld("ProductCategorie", Ldt.ProductCategorie),
                                Veld("ProductCode", Ldt.ProductCode),
                                Groep("ProductPeriode", Cdt.GeslotenPeriode),
                                Veld("GeleverdVolume", Ldt.Volume),
                                Veld("Eenheid", Ldt.Eenheid),
                                Veld("ProductTarief", Ldt.Bedrag).Optioneel(),
                                Groep("IngediendBedrag", Cdt.BedragMetDC),
                                RetourCodes())),
                        RetourCodes())).Optioneel(),
                RetourCodes()).Optioneel(),
        ],
    };
}
