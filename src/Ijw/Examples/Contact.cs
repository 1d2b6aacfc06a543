using System.Globalization;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws a Contact: one can be reached by phone or at an address (TR006), and the parts of an address fit together.</summary>
internal static class Contact
{
    /// <summary>Soort 04: a temporary address, the only one that may have a period (CD009).</summary>
    private const string Tijdelijk = "04";

    /// <summary>Fills a Contact of this kind of address.</summary>
    public static void Vul(Trekking trekking, Knoop contact, string soort, DateOnly dagtekening)
    {
        contact.Voeg("Soort", soort);
        var moetPostcode = soort is "01" or "03";
        var bereikbaar = (moetPostcode || trekking.Kans(70)) && Adres(trekking, contact.Voeg("Adres"), moetPostcode);
        if (trekking.Kans(20)) contact.Voeg("Organisatie", trekking.Kies(Woorden.Organisaties));
        if (!bereikbaar || trekking.Kans(40)) Telefoon(trekking, contact.Voeg("Telefoon"));
        if (trekking.Kans(30)) contact.Voeg("Emailadres", $"test{trekking.Getal(1, 999)}@voorbeeld.nl");
        if (soort == Tijdelijk && trekking.Kans(60)) Periode(trekking, contact.Voeg("Periode"), dagtekening);
    }

    /// <summary>Fills an address; true when it has the house and the postcode that make it reachable.</summary>
    private static bool Adres(Trekking trekking, Knoop adres, bool moetPostcode)
    {
        if (trekking.Kans(40)) adres.Voeg("Straatnaam", trekking.Kies(Woorden.Straten));
        if (trekking.Kans(50)) adres.Voeg("Plaatsnaam", trekking.Kies(Woorden.Plaatsen));
        var heeftPostcode = moetPostcode || trekking.Kans(80);
        var land = trekking.Kans(85) ? "NL" : trekking.Kies(Codelijsten.LandCode, "NL");
        if (heeftPostcode)
        {
            adres.Voeg("Postcode", land == "NL" ? Postcode(trekking) : trekking.Kies("B-1000", "75001", "EC1A 1BB"));
            adres.Voeg("LandCode", land);
        }

        var heeftHuis = (heeftPostcode && land == "NL") || trekking.Kans(50);
        if (heeftHuis) Huis(trekking, adres.Voeg("Huis"));
        return heeftHuis && heeftPostcode;
    }

    private static string Postcode(Trekking trekking) =>
        $"{trekking.Getal(1000, 9999)}{(char)trekking.Getal('A', 'Z')}{(char)trekking.Getal('A', 'Z')}";

    private static void Huis(Trekking trekking, Knoop huis)
    {
        huis.Voeg("Huisnummer", trekking.Getal(0, 99_999).ToString(CultureInfo.InvariantCulture));
        if (trekking.Kans(20)) huis.Voeg("Huisletter", trekking.Kies("a", "B", "ç"));
        if (trekking.Kans(20)) huis.Voeg("HuisnummerToevoeging", trekking.Kies("II", "hs", "bis", "1-A"));
        if (trekking.Kans(10)) huis.Voeg("AanduidingWoonadres", trekking.Kies(Codelijsten.AanduidingWoonadres));
    }

    private static void Telefoon(Trekking trekking, Knoop telefoon)
    {
        Nummer(trekking, telefoon.Voeg("Telefoon01"));
        if (trekking.Kans(30)) Nummer(trekking, telefoon.Voeg("Telefoon02"));
    }

    private static void Nummer(Trekking trekking, Knoop nummer) =>
        nummer.Voeg("Telefoonnummer", $"06{trekking.Getal(0, 99_999_999):00000000}").Voeg("Landnummer", trekking.Kies("+31", "0031", "+32"));

    private static void Periode(Trekking trekking, Knoop periode, DateOnly dagtekening)
    {
        var begin = trekking.Datum(dagtekening.AddYears(-1), dagtekening.AddYears(1));
        // An Einddatum alone is refused by the check that others in the chain run.
        var (hasBegin, hasEnd) = (trekking.Kans(80), trekking.Kans(60));
        if (hasBegin || hasEnd) periode.Voeg("Begindatum", begin.Tekst());
        if (hasEnd) periode.Voeg("Einddatum", trekking.Datum(begin, begin.AddYears(1)).Tekst());
    }
}
