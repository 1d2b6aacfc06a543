using System.Globalization;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws the content of a JW301.</summary>
internal static class ToewijzingMaker
{
    /// <summary>RedenWijziging 13: deleted, so it ends on the day it begins (CS335).</summary>
    private const string Removed = "13";

    /// <summary>RedenWijziging 01 is not used any more (CS336).</summary>
    private const string NotMore = "01";

    public static void Fill(TreeNode bericht, SampleFrame frame)
    {
        var draws = frame.Draws;
        var client = Person.Client(draws, bericht, frame.Dagtekening, isComplete: true);
        if (draws.Chance(30))
        {
            Communicatie(draws, client.Add("Communicatie"));
        }
        if (draws.Chance(40))
        {
            client.Add("JuridischeStatus", draws.Choose(Codelijsten.JuridischeStatus));
        }
        if (draws.Chance(30))
        {
            client.Add("WettelijkeVertegenwoordiging", draws.Choose(Codelijsten.WettelijkeVertegenwoordiging));
        }
        SampleFrame.Comment(draws, client);
        if (draws.Chance(60))
        {
            Relations(draws, client.Add("Relaties"), frame.Dagtekening);
        }
        Contacts(draws, client.Add("Contactgegevens"), frame.Dagtekening);
        Products(draws, client.Add("ToegewezenProducten"), frame);
    }

    /// <summary>An interpreter (1) needs a language (CD007).</summary>
    private static void Communicatie(Draws draws, TreeNode communicatie)
    {
        var shape = draws.Choose(Codelijsten.Communicatievorm);
        communicatie.Add("Vorm", shape);
        if (shape == "1")
        {
            communicatie.Add("Taal", draws.Choose(Words.Languages));
        }
    }

    private static void Relations(Draws draws, TreeNode relations, DateOnly dagtekening)
    {
        for (var (i, count) = (1, draws.Number(1, 3)); i <= count; i++)
        {
            var relatie = relations
                .Add("Relatie")
                .Add("Nummer", $"P{draws.Number(0, 999_999)}-{i}")
                .Add("Soort", draws.Choose(Codelijsten.KindRelatie));
            if (draws.Chance(50))
            {
                relatie.Add("Volgorde", i.ToString(CultureInfo.InvariantCulture));
            }
            if (draws.Chance(60))
            {
                Person.Geboortedatum(draws, relatie, dagtekening.AddYears(-90), dagtekening.AddYears(-18));
            }
            if (draws.Chance(60))
            {
                relatie.Add("Geslacht", draws.Choose(Codelijsten.Geslacht));
            }
            Person.CompleteName(draws, relatie.Add("Naam"), isClient: false);
            Contact.Fill(draws, relatie.Add("Contact"), draws.Choose(Codelijsten.AddressKind), dagtekening);
        }
    }

    /// <summary>One of each Soort at most (TR101), and at least one of 01, 02 and 03 (TR061).</summary>
    private static void Contacts(Draws draws, TreeNode contacts, DateOnly dagtekening)
    {
        var kinds = draws.Shuffle("01", "02", "03")[..draws.Number(1, 3)];
        if (draws.Chance(50))
        {
            kinds = draws.Shuffle([.. kinds, "04"]);
        }
        foreach (var kind in kinds)
        {
            Contact.Fill(draws, contacts.Add("Contact"), kind, dagtekening);
        }
    }

    private static void Products(Draws draws, TreeNode products, SampleFrame frame)
    {
        var from = draws.Chance(15) ? new DateOnly(2018, 1, 1) : frame.Dagtekening.AddMonths(-draws.Number(0, 12));
        var place = 0;
        foreach (var grant in GrantMaker.Series(draws, frame.Products(draws), from))
        {
            var product = products.Add("ToegewezenProduct").Add("ToewijzingNummer", SampleFrame.Number(draws, place));
            if (draws.Chance(20))
            {
                product.Add("ReferentieAanbieder", frame.Reference(place));
            }
            grant.WriteProduct(product);
            product
                .Add("Toewijzingsdatum", draws.Date(frame.Dagtekening.AddDays(-60), frame.Dagtekening).Text())
                .Add("Toewijzingstijd", Time(draws))
                .Add("Ingangsdatum", grant.Begin.Text());
            var reason = draws.Chance(30) ? draws.Choose(Codelijsten.RedenWijziging, NotMore) : null;
            if (reason is not null)
            {
                product.Add("RedenWijziging", reason);
            }
            var end = reason == Removed ? grant.Begin : grant.End;
            if (end is { } day)
            {
                product.Add("Einddatum", day.Text());
            }
            grant.WriteOmvang(product);
            SampleFrame.Comment(draws, product);
            place++;
        }
    }

    private static string Time(Draws draws) =>
        $"{draws.Number(0, 23):00}:{draws.Number(0, 59):00}:{draws.Number(0, 59):00}{draws.Choose("", "", "", ".123")}";
}
