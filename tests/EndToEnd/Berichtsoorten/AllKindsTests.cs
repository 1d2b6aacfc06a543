using EndToEnd.Voorbeelden;
using Hub.Functions.Tests.Gedeeld;
using Hub.Local.Opstarten;
using Hub.Local.Voorbeelden;

namespace EndToEnd.Berichtsoorten;

/// <summary>All 14 berichtsoorten over the real thing: token, HTTP, host, app, queues, postbussen.</summary>
[Collection(nameof(VoorbeeldenCollection))]
public sealed class AllKindsTests(VoorbeeldenRun run)
{
    private const string Gemeente = "0603";
    private const string Aanbieder = "90000002";
    private const string GemeenteZelf = "1842";
    private const string AanbiederZelf = "90000003";

    private sealed record Zending(string Soort, byte[] Inhoud, string Verzender, string Geadresseerde, string? Retour)
    {
        public string BerichtId { get; init; } = "";
    }

    [Fact]
    public async Task Every_kind_is_delivered_or_answered_with_its_own_retour()
    {
        var goed = Soortvoorbeelden.Alle.Select(soort => Maak(soort, Soortvoorbeelden.Goed, Gemeente, Aanbieder, retour: null));
        var afgekeurd = Soortvoorbeelden.Antwoorden.Select(paar => Maak(paar.Key, Soortvoorbeelden.Afgekeurd, Gemeente, Aanbieder, paar.Value));
        var metAdvies = Soortvoorbeelden.Antwoorden.Keys.Select(soort => Maak(soort, Soortvoorbeelden.Afgekeurd, GemeenteZelf, AanbiederZelf, retour: null));
        var zendingen = new List<Zending>();
        foreach (var zending in goed.Concat(afgekeurd).Concat(metAdvies)) zendingen.Add(await StuurAsync(zending));
        var standen = new List<Berichtstand>();
        foreach (var zending in zendingen) standen.Add(await WachtAsync(zending));

        // What is granted is answered too; a declaratie only when the register is complete.
        var beantwoord = standen.Take(14).Select(stand => stand.Retour).OfType<string>().ToList();
        var postbussen = (await Postbussen.LeegAsync(run.Omgeving, TestContext.Current.CancellationToken)).ToLookup(vondst => vondst.BerichtId);

        Assert.Equal(28, standen.Count);
        Assert.Equal(6, beantwoord.Count);
        Assert.All(standen[^7..], stand => Assert.Null(stand.Retour));
        Assert.All(beantwoord, id => Assert.Single(postbussen[id]));
        Assert.All(zendingen.Zip(standen), paar => Controleer(paar.First, paar.Second, postbussen));
    }

    [Fact]
    public async Task No_kind_is_taken_in_from_its_receiver()
    {
        foreach (var soort in Soortvoorbeelden.Alle)
        {
            var zending = Maak(soort, Soortvoorbeelden.Goed, Gemeente, Aanbieder, retour: null);
            using var klant = Klant(zending.Geadresseerde);
            Assert.Equal(403, (await klant.StuurAsync(zending.Inhoud, gzip: false, TestContext.Current.CancellationToken)).Status);
        }
    }

    private static void Controleer(Zending zending, Berichtstand stand, ILookup<string, PostbusVondst> postbussen)
    {
        if (zending.Retour is null)
        {
            var brief = Assert.Single(postbussen[zending.BerichtId]);
            Assert.Equal((zending.Soort, zending.Geadresseerde, stand.Oordeel), (brief.Soort, brief.Deelnemer.Code, brief.Oordeel));
            Assert.Equal(zending.Inhoud, brief.Inhoud);
            return;
        }

        Assert.Empty(postbussen[zending.BerichtId]);
        Assert.NotNull(stand.Retour);
        var retour = Assert.Single(postbussen[stand.Retour]);
        Assert.Equal((zending.Retour, zending.Verzender), (retour.Soort, retour.Deelnemer.Code));
        Assert.Equal(Oordeel.Goedgekeurd, Soortvoorbeelden.Controleer(retour.Inhoud).Oordeel);
    }

    private static Zending Maak(string soort, Func<string, string, string, byte[]> inhoud, string gemeente, string aanbieder, string? retour)
    {
        var (verzender, geadresseerde) = Soortvoorbeelden.Richting(soort, gemeente, aanbieder);
        return new Zending(soort, inhoud(soort, gemeente, aanbieder), verzender, geadresseerde, retour);
    }

    private async Task<Zending> StuurAsync(Zending zending)
    {
        using var klant = Klant(zending.Verzender);
        var antwoord = await klant.StuurAsync(zending.Inhoud, gzip: false, TestContext.Current.CancellationToken);
        Assert.Equal(202, antwoord.Status);
        return zending with { BerichtId = antwoord.BerichtId! };
    }

    private async Task<Berichtstand> WachtAsync(Zending zending)
    {
        using var klant = Klant(zending.Verzender);
        var stand = await klant.WachtOpVerwerktAsync(zending.BerichtId, Patience.Longest, TestContext.Current.CancellationToken);
        Assert.NotNull(stand?.Verwerkt);
        return stand;
    }

    private Hubklant Klant(string code) => run.Omgeving.Klant(run.Omgeving.Deelnemers.MetCode(code)!);
}
