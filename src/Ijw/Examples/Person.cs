using System.Globalization;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws what describes a person.</summary>
internal static class Person
{
    private const int MaxAge = 21;

    /// <summary>A date as the standard writes it.</summary>
    public static string Text(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A Client with Bsn, birth date, sex and name.</summary>
    public static TreeNode Client(Draws draws, TreeNode bericht, DateOnly dagtekening, bool isComplete)
    {
        var client = bericht.Add("Client").Add("Bsn", TestBsn.On(draws.Number(0, TestBsn.Count - 1)));
        Geboortedatum(draws, client, dagtekening.AddYears(-MaxAge), dagtekening);
        client.Add("Geslacht", draws.Choose(Codelijsten.Geslacht));
        if (isComplete)
        {
            CompleteName(draws, client.Add("Naam"), isClient: true);
        }
        else
        {
            Name(draws, client.Add("Naam"));
        }
        return client;
    }

    /// <summary>A birth date; how much of it is known sets the day and month (CS139).</summary>
    public static void Geboortedatum(Draws draws, TreeNode parent, DateOnly from, DateOnly until)
    {
        var date = draws.Date(from.AddYears(1), until);
        var use = draws.Chance(70) ? null : draws.Choose(Codelijsten.DatumGebruik);
        date = use switch
        {
            "1" => new DateOnly(date.Year, date.Month, 1),
            "2" => new DateOnly(date.Year, 1, 1),
            "3" => new DateOnly(1900, 1, 1),
            _ => date,
        };
        var group = parent.Add("Geboortedatum").Add("Datum", date.Text());
        if (use is not null)
        {
            group.Add("DatumGebruik", use);
        }
    }

    /// <summary>The parts that a short and a full name share.</summary>
    public static void Name(Draws draws, TreeNode name)
    {
        Surname(draws, name.Add("Geslachtsnaam"));
        if (draws.Chance(80))
        {
            name.Add("Voornamen", draws.Choose(Words.Voornamen));
        }
        if (draws.Chance(50))
        {
            name.Add("Voorletters", draws.Choose(Words.Voorletters));
        }
    }

    /// <summary>A full name; NaamGebruik follows from having a partner's name (CS050), and 6 is not for a client (CS318).</summary>
    public static void CompleteName(Draws draws, TreeNode name, bool isClient)
    {
        Name(draws, name);
        var hasPartner = draws.Chance(20);
        if (hasPartner)
        {
            Surname(draws, name.Add("Partnernaam"));
        }
        var use =
            hasPartner ? draws.Choose("1", "2", "3", "4")
            : isClient ? "1"
            : draws.Choose("1", "6");
        name.Add("NaamGebruik", use);
    }

    private static void Surname(Draws draws, TreeNode name)
    {
        name.Add("Achternaam", draws.Choose(Words.Surnames));
        if (draws.Chance(30))
        {
            name.Add("Voorvoegsel", draws.Choose(Words.Prefixes));
        }
    }
}
