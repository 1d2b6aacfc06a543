using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;
using Ijw.Writing;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>
/// Berichten made to be hard: thousands of products or prestaties on one toewijzing take memory that grows as their number does.
/// </summary>
public class LargeDossierTests
{
    [Theory]
    [InlineData("JW305")]
    [InlineData("JW307")]
    public void Thousands_of_starts_or_stops_on_one_toewijzing(string kind) => GrowsLinearly(count => Leveringen(kind, count));

    [Fact]
    public void Thousands_of_prestaties_on_one_toewijzing() => GrowsLinearly(Prestaties);

    [Fact]
    public void Advice_is_counted_past_a_bound_and_what_rejects_is_kept()
    {
        var start = ContentReader.Read(Leveringen("JW305", 300), Ijw.Tests.Dossiers.Keys.Of)!;

        var complete = new Scenario().Check(start);
        var incomplete = new Scenario().Check(start, isComplete: false);

        Assert.Equal(0, complete.AdviceCount);
        Assert.True(complete.Bevindingen.Count > 500);
        Assert.Equal((complete.Bevindingen.Count, DossierCheck.MaxAdvices), (incomplete.AdviceCount, incomplete.Bevindingen.Count));
    }

    /// <summary>What a check allocates at twice the number is about twice as much; the first run warms up.</summary>
    private static void GrowsLinearly(Func<int, byte[]> bericht)
    {
        Toegewezen(bericht(200));
        var one = Toegewezen(bericht(1_000));
        var two = Toegewezen(bericht(2_000));

        Assert.InRange((double)two / one, 1.2, 2.8);
    }

    private static long Toegewezen(byte[] bericht)
    {
        var content = ContentReader.Read(bericht, Ijw.Tests.Dossiers.Keys.Of)!;
        var dossier = new Dossier(content.Header.Gemeente, content.Header.Aanbieder);
        dossier.Add(DossierQuestion.Of(content), Earlier(content));
        var sources = new Sources { Today = content.Dagtekening };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = DossierCheck.Check(content, dossier, sources);
        Assert.DoesNotContain(outcome.Bevindingen, bevinding => bevinding.Path.StartsWith("/Bericht/Header", StringComparison.Ordinal));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The toewijzing, the same starts or stops, and as many prestaties as the bericht has.</summary>
    private static IEnumerable<Fact> Earlier(BerichtContent content)
    {
        var facts = BerichtFacts.Of(content, Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch);
        var toewijzing = new ToegewezenProduct
        {
            ToewijzingNummer = 1,
            Product = new Product("45", null),
            ToewijzingDate = new DateOnly(2020, 1, 1),
            ToewijzingTime = default,
            Ingangsdatum = new DateOnly(2020, 1, 1),
            Budget = 99_999_999,
        };
        yield return new ToewijzingVersion(facts[0].Origin, 0, Ijw.Tests.Dossiers.Keys.Of("999900006"), toewijzing);
        foreach (var fact in facts)
        {
            if (fact is PrestatieNotice notice)
            {
                yield return notice with
                {
                    Prestatie = notice.Prestatie with { ReferentieNummer = $"E{notice.Place}", ProductCode = "45X01" },
                };
            }
            else if (fact is StartNotice or StopNotice)
            {
                yield return fact;
            }
        }
    }

    private static byte[] Leveringen(string kind, int count)
    {
        var tree = Basis(kind);
        var list = tree.Content!.Children[^1];
        var day = new DateOnly(2026, 1, 1);
        for (var i = 0; i < count; i++)
        {
            var product = list.Add(list.Children[0].Name).Add("ToewijzingNummer", "1");
            product.Add("Begindatum", $"{(kind == "JW305" ? day.AddDays(-i) : day):yyyy-MM-dd}").Add("StatusAanlevering", "1");
            if (kind == "JW307")
            {
                product.Add("RedenBeeindiging", "31").Add("Einddatum", $"{day.AddDays(i % 150):yyyy-MM-dd}");
            }
        }

        return tree.Write();
    }

    private static byte[] Prestaties(int count)
    {
        var tree = Basis("JW323");
        var list = tree.Content!.Find("Clienten/Client/Prestaties")!;
        for (var i = 0; i < count; i++)
        {
            var prestatie = list.Add("Prestatie").Add("ToewijzingNummer", "1").Add("ProductCategorie", "45").Add("ProductCode", "45A04");
            prestatie.Add("GeleverdVolume", "1").Add("Eenheid", "83");
            prestatie.Add("ProductReferentie").Add("ReferentieNummer", $"R{i}");
            prestatie.Add("ProductPeriode").Add("Begindatum", "2026-05-01").Add("Einddatum", "2026-05-31");
            prestatie.Add("IngediendBedrag").Add("Bedrag", "1").Add("DebetCredit", "D");
        }

        return tree.Write();
    }

    private static BerichtTree Basis(string kind) => BerichtTree.Read(RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, [])))!;
}
