using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>What the docs say shows a thing is really there.</summary>
public partial class DocsTests
{
    [Theory]
    [InlineData("threat-model.md")]
    [InlineData("dpia.md")]
    [InlineData("mtls.md")]
    [InlineData("isolation.md")]
    [InlineData("runbook.md")]
    [InlineData("export.md")]
    public void Every_test_that_a_page_names_exists(string page)
    {
        var named = TestName()
            .Matches(File.ReadAllText(RootFolder.PathTo("docs", page)))
            .Select(match => match.Groups["name"].Value)
            .Distinct()
            .ToList();
        var tests = Tests();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    [Fact]
    public void Every_file_of_code_that_the_overview_names_exists()
    {
        var named = CodeFile()
            .Matches(File.ReadAllText(RootFolder.PathTo("docs", "overview.md")))
            .Select(match => match.Groups["path"].Value)
            .Distinct()
            .ToList();
        var sources = Repository.Sources("src").Concat(Repository.Sources("tests")).Select(file => file.Replace('\\', '/')).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.Contains(sources, source => source.EndsWith("/" + path, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_overview_names_every_folder_of_src()
    {
        var overview = File.ReadAllText(RootFolder.PathTo("docs", "overview.md"));
        var folders = Repository
            .Sources("src")
            .Select(file => Path.GetRelativePath(RootFolder.PathTo("src"), Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Distinct()
            .ToList();

        Assert.NotEmpty(folders);
        Assert.DoesNotContain(folders, folder => !IsNamed(folder));

        bool IsNamed(string folder) =>
            overview.Contains($"`src/{folder}`", StringComparison.Ordinal)
            || Regex.IsMatch(overview, $@"(?<![\w.]){Regex.Escape(Path.GetFileName(folder))}/");
    }

    [Fact]
    public void Every_arrow_of_the_overview_has_its_threats_and_every_threat_a_control_and_its_test()
    {
        var lines = File.ReadAllLines(RootFolder.PathTo("docs", "threat-model.md"));
        Assert.Equal(7, lines.Count(line => Arrow().IsMatch(line)));

        var threats = lines.Where(line => Threat().IsMatch(line)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.All(
            threats,
            threat => Assert.True(threat.Length == 6 && threat[2].Length > 0 && threat[3].Length > 0, string.Join(" | ", threat))
        );
        // What cannot be shown here is a dash; all but one can be.
        Assert.Single(threats, threat => !TestName().IsMatch(threat[4]));
    }

    private static HashSet<string> Tests()
    {
        var tests = new HashSet<string>();
        foreach (var file in Repository.Sources("tests"))
        {
            var text = File.ReadAllText(file);
            foreach (Match type in TestClass().Matches(text))
            {
                foreach (Match method in TestMethod().Matches(text))
                {
                    tests.Add($"{type.Groups["name"].Value}.{method.Groups["name"].Value}");
                }
            }
        }

        return tests;
    }

    [GeneratedRegex(@"`(?<name>\w+Tests\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"`(\.\./)*(?<path>[\w./]+\.cs)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeFile();

    [GeneratedRegex(@"^## \d\. ")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^\| [STRIDE] \|")]
    private static partial Regex Threat();

    [GeneratedRegex(@"class (?<name>\w+Tests)\b")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"public (async )?(Task|ValueTask|void) (?<name>\w+)\(")]
    private static partial Regex TestMethod();
}
