using Ijw.Model.Datatypes;
using static Ijw.Model.Bouw;

namespace Ijw.Model;

/// <summary>JW315, verzoek om toewijzing jeugdhulp (messages.md 3).</summary>
internal static class JW315
{
    public static Berichtsoort Soort { get; } = new()
    {
        Naam = "JW315",
        Code = "446",
        Omschrijving = "Verzoek om toewijzing jeugdhulp",
        Antwoord = "JW316",
        Inhoud =
        [
            Kop.Heen("446", Ldt.AgbCode, Ldt.Gemeente),
            Klasse(
                "Client",
                Veld("Bsn", Ldt.BurgerServicenummer).AlsSleutel(),
                Groep("Geboortedatum", Cdt.Geboortedatum),
                Veld("Geslacht", Ldt.Geslacht),
                Groep("Naam", Cdt.VerkorteNaam),
                Veld("GezagsdragerBekend", Ldt.JaNee).Optioneel(),
                Veld("Commentaar", Ldt.Commentaar).Optioneel(),
                Lijst(
                    "AangevraagdeProducten",
                    Klasse(
                        "AangevraagdProduct",
                        Veld("ReferentieAanbieder", Ldt.Referentie).AlsSleutel(),
                        Veld("BeschikkingNummer", Ldt.Nummer).Optioneel(),
                        Groep("Product", Cdt.Product).Optioneel(),
                        Veld("BeschikkingIngangsdatum", Ldt.Datum).Optioneel(),
                        Veld("ToewijzingIngangsdatum", Ldt.Datum),
                        Veld("ToewijzingEinddatum", Ldt.Datum).Optioneel(),
                        Groep("Omvang", Cdt.Omvang).Optioneel(),
                        Veld("Budget", Ldt.Budget).Optioneel(),
                        Groep("Verwijzer", Cdt.Verwijzer),
                        Veld("Raamcontract", Ldt.JaNee).Optioneel(),
                        Veld("Commentaar", Ldt.Commentaar).Optioneel()))),
        ],
    };
}
