using System.Globalization;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws a Contact: one can be reached by phone or at an address (TR006), and the parts of an address fit together.</summary>
internal static class Contact
{
    /// <summary>Soort 04: a temporary address, the only one that may have a period (CD009).</summary>
    private const string Temporary = "04";

    /// <summary>Fills a Contact of this kind of address.</summary>
    public static void Fill(Draws draws, TreeNode contact, string kind, DateOnly dagtekening)
    {
        contact.Add("Soort", kind);
        var mustPostcode = kind is "01" or "03";
        var reachable = (mustPostcode || draws.Chance(70)) && Address(draws, contact.Add("Adres"), mustPostcode);
        if (draws.Chance(20))
        {
            contact.Add("Organisatie", draws.Choose(Words.Organisations));
        }
        if (!reachable || draws.Chance(40))
        {
            Telefoon(draws, contact.Add("Telefoon"));
        }
        if (draws.Chance(30))
        {
            contact.Add("Emailadres", $"test{draws.Number(1, 999)}@voorbeeld.nl");
        }
        if (kind == Temporary && draws.Chance(60))
        {
            Period(draws, contact.Add("Periode"), dagtekening);
        }
    }

    /// <summary>Fills an address; true when it has the house and the postcode that make it reachable.</summary>
    private static bool Address(Draws draws, TreeNode address, bool mustPostcode)
    {
        if (draws.Chance(40))
        {
            address.Add("Straatnaam", draws.Choose(Words.Streets));
        }
        if (draws.Chance(50))
        {
            address.Add("Plaatsnaam", draws.Choose(Words.Places));
        }
        var hasPostcode = mustPostcode || draws.Chance(80);
        var country = draws.Chance(85) ? "NL" : draws.Choose(Codelijsten.LandCode, "NL");
        if (hasPostcode)
        {
            address.Add("Postcode", country == "NL" ? Postcode(draws) : draws.Choose("B-1000", "75001", "EC1A 1BB"));
            address.Add("LandCode", country);
        }

        var hasHouse = (hasPostcode && country == "NL") || draws.Chance(50);
        if (hasHouse)
        {
            House(draws, address.Add("Huis"));
        }
        return hasHouse && hasPostcode;
    }

    private static string Postcode(Draws draws) =>
        $"{draws.Number(1000, 9999)}{(char)draws.Number('A', 'Z')}{(char)draws.Number('A', 'Z')}";

    private static void House(Draws draws, TreeNode house)
    {
        house.Add("Huisnummer", draws.Number(0, 99_999).ToString(CultureInfo.InvariantCulture));
        if (draws.Chance(20))
        {
            house.Add("Huisletter", draws.Choose("a", "B", "ç"));
        }
        if (draws.Chance(20))
        {
            house.Add("HuisnummerToevoeging", draws.Choose("II", "hs", "bis", "1-A"));
        }
        if (draws.Chance(10))
        {
            house.Add("AanduidingWoonadres", draws.Choose(Codelijsten.AanduidingWoonadres));
        }
    }

    private static void Telefoon(Draws draws, TreeNode telefoon)
    {
        Number(draws, telefoon.Add("Telefoon01"));
        if (draws.Chance(30))
        {
            Number(draws, telefoon.Add("Telefoon02"));
        }
    }

    private static void Number(Draws draws, TreeNode number) =>
        number.Add("Telefoonnummer", $"06{draws.Number(0, 99_999_999):00000000}").Add("Landnummer", draws.Choose("+31", "0031", "+32"));

    private static void Period(Draws draws, TreeNode period, DateOnly dagtekening)
    {
        var begin = draws.Date(dagtekening.AddYears(-1), dagtekening.AddYears(1));
        // An Einddatum alone is refused by the check that others in the chain run.
        var (hasBegin, hasEnd) = (draws.Chance(80), draws.Chance(60));
        if (hasBegin || hasEnd)
        {
            period.Add("Begindatum", begin.Text());
        }
        if (hasEnd)
        {
            period.Add("Einddatum", draws.Date(begin, begin.AddYears(1)).Text());
        }
    }
}
