using Ijw.Tests.Shared;

namespace Ijw.Tests.Reading;

/// <summary>
/// What <c>ijw controleer</c> says of every published sample, to the line: what messages.md section 7 says of it, and nothing else.
/// </summary>
public class PublishedBevindingenTests
{
    /// <summary>The samples that are clean at level 1 and 2.</summary>
    private static readonly string[] Clean = ["JW301", "JW302", "JW305", "JW306", "JW307", "JW308", "JW316", "JW319", "JW320", "JW325"];

    /// <summary>The others, with every finding: level, rule, line; 0 where only the element is known.</summary>
    private static readonly Dictionary<string, (Oordeel Oordeel, (int Level, string Rule, int LineNumber)[] Bevindingen)> WithFaults = new()
    {
        ["JW315"] = (Oordeel.NoBericht, [(1, "RS032", 44), (1, "RS032", 66)]),
        ["JW317"] = (Oordeel.Rejected, [(2, "CS003", 0)]),
        ["JW318"] = (Oordeel.NoBericht, [(1, "XSD", 33)]),
        ["JW323"] = (Oordeel.Rejected, [(2, "TR101", 114)]),
    };

    [Fact]
    public void Every_sample_that_is_here_has_exactly_the_faults_that_are_known_of_it()
    {
        var folder = Path.Combine(StandardFolder.Required(), "berichten");
        var files = Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(files);
        Assert.All(
            files,
            file =>
            {
                var name = Path.GetFileNameWithoutExtension(file);
                var outcome = Checks.Check(File.ReadAllBytes(file));
                var (oordeel, bevindingen) = Clean.Contains(name) ? (Oordeel.Approved, []) : WithFaults[name];

                Assert.Equal((name, oordeel), (name, outcome.Oordeel));
                Assert.Equal(name, outcome.Kind?.Name);
                Assert.Equal(bevindingen.Length, outcome.BevindingCount);
                foreach (var (expected, found) in bevindingen.Zip(outcome.Bevindingen))
                {
                    Assert.Equal((expected.Level, expected.Rule), (found.Level, found.Rule));
                    if (expected.LineNumber > 0)
                    {
                        Assert.Equal(expected.LineNumber, found.LineNumber);
                    }
                }
            }
        );
    }
}
