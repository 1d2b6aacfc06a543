using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>JW323, declaratie jeugdhulp (messages.md 3).</summary>
internal static class JW323
{
    /// <summary>What is declared; the JW325 gives it back as it was.</summary>
    internal static Element Prestatie { get; } = Klasse(
        "Prestatie",
        Groep("ProductReferentie", Cdt.Referentie).AlsSleutel(),
        Veld("ToewijzingNummer", Ldt.Nummer),
        Veld("ProductCategorie", Ldt.ProductCategorie),
        Veld("ProductCode", Ldt.ProductCode),
        Groep("ProductPeriode", Cdt.GeslotenPeriode),
        Veld("GeleverdVolume", Ldt.Volume),
        Veld("Eenheid", Ldt.Eenheid),
        Veld("ProductTarief", Ldt.Bedrag).Optioneel(),
        Groep("IngediendBedrag", Cdt.BedragMetDC));

    public static Berichtsoort Soort { get; } = new()
    {
        Naam = "JW323",
        Code = "490",
        Omschrijving = "Declaratie jeugdhulp",
        Antwoord = "JW325",
        IsDeclaratie = true,
        Inhoud =
        [
            Kop.Heen("490", Ldt.AgbCode, Ldt.Gemeente),
            Klasse(
                "Declaratie",
                Veld("DeclaratieNummer", Ldt.IdentificatieDeclaratie with { Patroon = Patroon.LettersEnCijfers, PatroonRegel = "CS319" }).AlsSleutel(),
                Groep("DeclaratiePeriode", Cdt.GeslotenPeriode),
                Veld("DeclaratieDagtekening", Ldt.Datum),
                Groep("TotaalIngediendBedrag", Cdt.TotaalBedragMetDC),
                Lijst(
                    "Clienten",
                    Klasse(
                        "Client",
                        Veld("Bsn", Ldt.BurgerServicenummer).AlsSleutel(),
                        Lijst(
                            "Prestaties",
                            Prestatie)))),
        ],
    };
}
