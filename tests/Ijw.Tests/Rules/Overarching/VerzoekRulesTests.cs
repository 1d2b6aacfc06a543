using System.Globalization;
using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Dossiers.Rules.Verzoeken;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>What the rules on requests share: which toewijzing is current, and what ended before 2021.</summary>
public class VerzoekRulesTests
{
    [Theory]
    [InlineData("2020-12-31", null, false)]
    [InlineData("2020-12-31", "2027-12-31", false)]
    [InlineData("2021-01-01", null, true)]
    [InlineData("2021-01-01", "2020-12-31", true)]
    [InlineData("2020-01-31", "2027-12-31", false)]
    [InlineData("2020-12-30", "2027-12-31", false)]
    [InlineData(null, "2020-12-31", false)]
    [InlineData(null, "2021-01-01", true)]
    [InlineData(null, null, true)]
    public void What_is_asked_for_runs_past_2020_by_its_own_end_or_else_by_that_of_the_toewijzing(
        string? asked,
        string? toegewezen,
        bool runsPast
    )
    {
        var product = new TeWijzigenProduct
        {
            ToewijzingNummer = 1,
            GewensteIngangsdatum = new DateOnly(2019, 1, 1),
            Einddatum = Day(asked),
        };
        var toewijzing = new ToegewezenProduct
        {
            ToewijzingNummer = 1,
            ToewijzingDate = new DateOnly(2018, 12, 1),
            ToewijzingTime = default,
            Ingangsdatum = new DateOnly(2019, 1, 1),
            Einddatum = Day(toegewezen),
        };

        Assert.Equal(runsPast, product.RunsPast2020(toewijzing));
    }

    [Theory]
    [InlineData(100001, "999900006", true)]
    [InlineData(100001, "999900018", false)]
    [InlineData(100077, "999900006", false)]
    public void A_toewijzing_is_current_for_its_own_client(int number, string bsn, bool isCurrent)
    {
        var dossier = new Dossier("0503", "90000001");
        dossier.Add([], BerichtFacts.Of(Read("JW301"), Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch));
        var verzoek = Read("JW317");
        var assessment = new Assessment(verzoek, dossier, new Sources { Today = verzoek.Dagtekening }, new HashSet<IKlasse>());

        Assert.Equal(isCurrent, assessment.IsCurrent(number, Ijw.Tests.Dossiers.Keys.Of(bsn)));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static BerichtContent Read(string kind) => Scenario.Read(RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, [])));
}
