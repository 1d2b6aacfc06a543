using System.Text.RegularExpressions;
using ServiceBusEmulator.Tests.DotNet;

namespace ServiceBusEmulator.Tests.Judge;

/// <summary>docs/service-bus-conformance.md lists every case.</summary>
public sealed partial class ConformancePageTests
{
    private static readonly string Root = Path.Combine(JudgeRun.Folder, "..", "..", "..");
    private static readonly List<(string Case, bool JavaScript, bool DotNet)> Rows =
    [
        .. Row()
            .Matches(File.ReadAllText(Path.Combine(Root, "docs", "service-bus-conformance.md")))
            .Select(row => (row.Groups["case"].Value, row.Groups["js"].Value == "✓", row.Groups["dotnet"].Value == "✓")),
    ];

    [Fact]
    public void Every_case_of_the_JavaScript_SDK_is_listed_once_in_its_order() =>
        Assert.Equal(JudgeRun.Cases.Select(one => one.Name), Rows.Where(row => row.JavaScript).Select(row => row.Case));

    [Fact]
    public void Every_case_of_the_dotnet_SDK_is_listed_once() =>
        Assert.Equal(DotNetRun.Cases.Select(one => one.Name).Order(), Rows.Where(row => row.DotNet).Select(row => row.Case).Order());

    [Fact]
    public void Every_row_is_a_case_and_no_case_has_two_rows()
    {
        Assert.All(Rows, row => Assert.True(row.JavaScript || row.DotNet, row.Case));
        Assert.Equal(Rows.Count, Rows.DistinctBy(row => row.Case).Count());
    }

    [GeneratedRegex(@"^\| (?<case>[^|]+?) \| (?<js>[✓—]) \| (?<dotnet>[✓—]) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
