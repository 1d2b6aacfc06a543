using System.Globalization;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The walk of a bericht through the code, as docs/overview.md lists it, goes by methods that are there, and adds up.</summary>
public partial class WalkTests
{
    private const string Heading = "### How often bytes are read and the storage is called";

    private static readonly string[][] Hops =
    [
        .. File.ReadAllText(RootFolder.PathTo("docs", "overview.md"))
            .Split(Heading)[1]
            .Split("\n## ")[0]
            .Split('\n')
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Skip(2),
    ];

    [Fact]
    public void Every_hop_names_a_file_and_a_method_that_are_there()
    {
        var sources = Repository.Sources("src").Select(file => file.Replace('\\', '/')).ToList();

        Assert.True(Hops.Length > 10);
        foreach (var hop in Hops[..^1])
        {
            var named = Named().Matches(hop[1]);
            Assert.True(named.Count > 0, hop[0]);
            Assert.Equal(hop[1], string.Join(", ", named.Select(match => match.Value)));
            foreach (Match name in named)
            {
                var file = Assert.Single(sources, source => source.EndsWith("/" + name.Groups["file"].Value, StringComparison.Ordinal));
                Assert.Contains(
                    name.Groups["method"].Value,
                    Declaration().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)
                );
            }
        }
    }

    [Fact]
    public void What_is_read_and_called_adds_up()
    {
        var together = Hops[^1];

        Assert.Equal("together", together[0]);
        Assert.Equal(Number(together[2]), Hops[..^1].Count(hop => hop[2].EndsWith("once", StringComparison.Ordinal)));
        foreach (var column in (int[])[3, 4])
        {
            Assert.Equal(Number(together[column]), Hops[..^1].Sum(hop => Number(hop[column])));
        }
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"`(?<file>[\w./]+\.cs)` `(?<method>\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^    (public|internal|private|protected)[^=;\n]*? (?<name>\w+)(<[^(\n]*>)?\(", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
