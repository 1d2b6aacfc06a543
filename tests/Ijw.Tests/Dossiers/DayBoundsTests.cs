using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Tests.Rules;
using Ijw.Tests.Rules.Overarching;

namespace Ijw.Tests.Dossiers;

/// <summary>The first and the last day count: of an agreement on a product (limits.md 7), of a toewijzing and of its receipt.</summary>
public class DayBoundsTests
{
    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-01-31", true)]
    [InlineData("2026-02-01", false)]
    public void A_product_can_be_assigned_from_its_first_day_up_to_and_including_its_last(string day, bool counts)
    {
        var agreement = new ProductAgreement("45", "45A04", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31));

        Assert.Equal(counts, agreement.IsInForceOn(Day(day)));
        Assert.Equal(counts || day == "2026-02-01", (agreement with { Through = null }).IsInForceOn(Day(day)));
        Assert.Equal(counts ? [agreement] : [], new ProductCodeList([agreement]).Find("45", "45A04", Day(day)));
    }

    [Fact]
    public void A_toewijzing_is_there_on_its_last_day_and_not_on_the_day_after()
    {
        var toewijzing = Toewijzing();
        var end = toewijzing.Product.Period.End;

        Assert.Equal((true, false), (toewijzing.IsCurrent(end), toewijzing.IsCurrent(end.AddDays(1))));
    }

    [Fact]
    public void A_toewijzing_is_received_on_its_day_and_not_on_the_day_before()
    {
        var toewijzing = Toewijzing();
        var day = Day("2026-06-01");

        Assert.Equal((true, false), (toewijzing.IsReceivedOn(day), toewijzing.IsReceivedOn(day.AddDays(-1))));
    }

    [Fact]
    public void A_start_on_a_toewijzing_stands_with_it()
    {
        var start = BerichtFacts.Of(Read("JW305"), Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch).OfType<StartNotice>().First();

        Assert.NotNull(start.Product.ToewijzingNummer);
        Assert.Equal(DocumentKind.Toewijzing, Assert.Single(start.Documents).Kind);
    }

    [Fact]
    public void A_start_and_a_stop_on_a_toewijzing_belong_together_whatever_product_they_name()
    {
        var start = Read("JW305", "Client/StartProducten/StartProduct[1]/Product -");
        var one = ((Startbericht)Read("JW305")).Products[0].Value;
        var other = ((Startbericht)start).Products[0].Value;
        var client = new ClientKey("een");

        Assert.NotEqual(one.Product, other.Product);
        Assert.Equal(LeveringKey.Of(client, one), LeveringKey.Of(client, other));
    }

    private static Toewijzing Toewijzing()
    {
        var scenario = new Scenario();
        scenario.Take(Read("JW301", "Client/ToegewezenProducten/ToegewezenProduct[1]/Einddatum = 2026-12-31"), Outcome.Accepted);
        var toewijzing = scenario.Dossier(Read("JW323")).Toewijzing(100001);
        Assert.NotNull(toewijzing);
        return toewijzing;
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static BerichtContent Read(string kind, params string[] rules) =>
        Scenario.Read(RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, rules)));
}
