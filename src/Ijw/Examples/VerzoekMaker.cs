using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws the content of a JW315, a JW317 and a JW319: asking for a toewijzing or a change, and the answer.</summary>
internal static class VerzoekMaker
{
    /// <summary>RedenAfwijzingVerzoek 8: another gemeente is responsible (TR377, TR409).</summary>
    private const string OtherGemeente = "8";

    public static void FillToewijzing(TreeNode bericht, SampleFrame frame)
    {
        var draws = frame.Draws;
        var client = Person.Client(draws, bericht, frame.Dagtekening, isComplete: false);
        if (draws.Chance(40))
        {
            client.Add("GezagsdragerBekend", draws.Choose(Codelijsten.YesNo));
        }
        SampleFrame.Comment(draws, client);
        var products = client.Add("AangevraagdeProducten");
        var from = draws.Chance(10) ? new DateOnly(2018, 1, 1) : frame.Dagtekening.AddMonths(-draws.Number(0, 6));
        var place = 0;
        foreach (var grant in GrantMaker.Series(draws, frame.Products(draws), from))
        {
            var product = products.Add("AangevraagdProduct").Add("ReferentieAanbieder", frame.Reference(place));
            if (draws.Chance(30))
            {
                product
                    .Add("BeschikkingNummer", SampleFrame.Number(draws, place))
                    .Add("BeschikkingIngangsdatum", grant.Begin.AddDays(-draws.Number(0, 90)).Text());
            }
            grant.WriteProduct(product);
            product.Add("ToewijzingIngangsdatum", grant.Begin.Text());
            if (grant.End is { } end)
            {
                product.Add("ToewijzingEinddatum", end.Text());
            }
            grant.WriteOmvang(product);
            Referrer(draws, product.Add("Verwijzer"));
            if (draws.Chance(40))
            {
                product.Add("Raamcontract", draws.Choose(Codelijsten.YesNo));
            }
            SampleFrame.Comment(draws, product);
            place++;
        }
    }

    /// <summary>A doctor or institution by code or by name (CD066, CD067); the others have no code (CD068).</summary>
    private static void Referrer(Draws draws, TreeNode referrer)
    {
        var type = draws.Choose(Codelijsten.TypeReferrer);
        referrer.Add("Type", type);
        var hasCode = type is "02" or "03" or "04" or "05";
        if (hasCode && draws.Chance(60))
        {
            referrer.Add("ZorgverlenerCode", $"0{draws.Number(1_000_000, 9_999_999)}");
        }
        else if (hasCode || draws.Chance(50))
        {
            referrer.Add("Naam", draws.Choose(Words.Organisations));
        }
    }

    /// <summary>At least one product that stays or changes (TR352), and one that changes or is new (TR353).</summary>
    public static void FillWijziging(TreeNode bericht, SampleFrame frame)
    {
        var draws = frame.Draws;
        var verzoek = bericht.Add("Client").Add("Bsn", TestBsn.On(draws.Number(0, TestBsn.Count - 1))).Add("Verzoek");
        verzoek.Add("ReferentieAanbieder", frame.Reference(0)).Add("RedenVerzoek", draws.Choose(Codelijsten.RedenVerzoek));
        var (unchanged, changed, updated) = draws.Choose(
            (true, true, false),
            (false, true, false),
            (true, false, true),
            (false, true, true),
            (true, true, true)
        );
        if (unchanged)
        {
            Unchanged(draws, verzoek.Add("OngewijzigdeProducten"), frame.Products(draws));
        }
        if (changed)
        {
            ToChange(draws, verzoek.Add("TeWijzigenProducten"), frame);
        }
        if (updated)
        {
            New(draws, verzoek.Add("NieuweProducten"), frame);
        }
    }

    private static void Unchanged(Draws draws, TreeNode products, int count)
    {
        for (var i = 0; i < count; i++)
        {
            products.Add("OngewijzigdProduct").Add("ToewijzingNummer", SampleFrame.Number(draws, 50_000 + i));
        }
    }

    private static void ToChange(Draws draws, TreeNode products, SampleFrame frame)
    {
        var place = 0;
        foreach (var grant in GrantMaker.Series(draws, frame.Products(draws), frame.Dagtekening.AddMonths(-3)))
        {
            var product = products.Add("TeWijzigenProduct").Add("ToewijzingNummer", SampleFrame.Number(draws, place++));
            Period(product, grant);
            grant.WriteOmvang(product);
        }
    }

    private static void New(Draws draws, TreeNode products, SampleFrame frame)
    {
        foreach (var grant in GrantMaker.Series(draws, frame.Products(draws), frame.Dagtekening.AddDays(1)))
        {
            var product = products.Add("NieuwProduct");
            grant.WriteProduct(product);
            Period(product, grant);
            grant.WriteOmvang(product);
        }
    }

    private static void Period(TreeNode product, GrantMaker grant)
    {
        product.Add("GewensteIngangsdatum", grant.Begin.Text());
        if (grant.End is { } end)
        {
            product.Add("Einddatum", end.Text());
        }
    }

    /// <summary>Refused (1) with a reason, or under consideration (2) without (CD085, CD086).</summary>
    public static void FillAnswer(TreeNode bericht, SampleFrame frame)
    {
        var draws = frame.Draws;
        var isRefused = draws.Chance(75);
        var answer = bericht.Add("Antwoord").Add("ReferentieAanbieder", frame.Reference(0)).Add("VerzoekAntwoord", isRefused ? "1" : "2");
        if (!isRefused)
        {
            return;
        }
        var reason = draws.Chance(30) ? OtherGemeente : draws.Choose(Codelijsten.RedenAfwijzingVerzoek);
        answer.Add("RedenAfwijzingVerzoek", reason);
        if (reason == OtherGemeente)
        {
            answer.Add("Woonplaatsbeginsel").Add("Gemeente", draws.Choose("0363", "0599", "0344"));
        }
    }
}
