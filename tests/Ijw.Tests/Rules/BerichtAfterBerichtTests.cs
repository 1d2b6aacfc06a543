using Ijw.Catalogue;

namespace Ijw.Tests.Rules;

/// <summary>What checks one bericht checks the next too, and must have forgotten the one before.</summary>
public class BerichtAfterBerichtTests
{
    [Fact]
    public void A_bericht_has_the_same_findings_whatever_was_checked_before_it()
    {
        var berichten = RulePages
            .Codes.Where(code => RuleCatalogue.Find(code)?.Level == 2)
            .SelectMany(code => RulePages.Read(code).Cases)
            .Select(testCase => (testCase.Name, Bericht: RulePages.Bericht(testCase), Expected: Found(RulePages.Bericht(testCase))))
            .ToArray();
        for (var seed = 0; seed < 3; seed++)
        {
            new Random(seed).Shuffle(berichten);
            foreach (var (name, bericht, expected) in berichten)
            {
                // Twice, since what it has in common with itself is most.
                Assert.True(expected == Found(bericht), name);
                Assert.True(expected == Found(bericht), name);
            }
        }
    }

    private static string Found(byte[] bericht) =>
        string.Join('\n', BerichtCheck.Check(bericht).Bevindingen.Select(bevinding => $"{bevinding}"));
}
