using System.Text;

namespace Hub.Functions.Tests.Shared;

public class ChainBerichtenTests
{
    [Fact]
    public void Every_bericht_of_a_chain_is_without_a_fault()
    {
        var chain = new ChainBerichten("0503", "90000001");
        var day = new DateOnly(2026, 3, 2);
        var declaratie = chain.Declaratie(day, "D1", 7, "P1");
        string[] berichten =
        [
            chain.VerzoekToToewijzing(day, "a", "b"),
            chain.VerzoekToWijziging(day, "c"),
            chain.Answer(day, "a", true),
            chain.Answer(day, "a", false),
            chain.Toewijzing(day, 7, day, null),
            chain.Toewijzing(day, 7, day, day.AddDays(30), "b", "12", new TimeOnly(9, 30)),
            chain.Start(day, 7, day),
            chain.Start(day, 7, day, removal: true),
            chain.Stop(day, 7, day, day),
            chain.Stop(day, 7, day, day, temporary: true),
            declaratie,
            chain.DeclaratieAnswer(declaratie),
            chain.DeclaratieAnswer(declaratie, refused: true),
        ];

        foreach (var bericht in berichten)
        {
            AssertGood(bericht);
            if (!bericht.Contains("jw32", StringComparison.Ordinal))
            {
                AssertGood(ChainBerichten.Retour(bericht));
            }
            if (!bericht.Contains("jw32", StringComparison.Ordinal))
            {
                AssertGood(ChainBerichten.Retour(bericht, refused: true));
            }
        }
    }

    private static void AssertGood(string bericht)
    {
        var outcome = KindSamples.Check(Encoding.UTF8.GetBytes(bericht));
        Assert.Equal([], outcome.Bevindingen.Select(bevinding => $"{outcome.Kind} {bevinding.Rule} {bevinding.Path} {bevinding.Text}"));
        Assert.Equal(Oordeel.Approved, outcome.Oordeel);
    }
}
