using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.Checking;

public sealed class JsonTests(SampleRun run) : IClassFixture<SampleRun>
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private sealed record Rule(
        [property: JsonPropertyName("bestand")] string File,
        string? Berichtsoort,
        string Oordeel,
        IReadOnlyList<JsonFinding> Bevindingen
    );

    private sealed record JsonFinding(
        [property: JsonPropertyName("niveau")] int Level,
        [property: JsonPropertyName("regel")] string Rule,
        string? Retourcode,
        [property: JsonPropertyName("pad")] string Path,
        [property: JsonPropertyName("regelnummer")] int LineNumber,
        [property: JsonPropertyName("kolom")] int Column
    );

    [Fact]
    public async Task Every_line_says_what_the_library_finds()
    {
        var rules = run.Json.Rules.Select(rule => JsonSerializer.Deserialize<Rule>(rule, Options)!).ToList();
        Assert.Equal(CliSamples.All.Count, rules.Count);
        foreach (var (path, rule) in CliSamples.All.Zip(rules))
        {
            await using var file = System.IO.File.OpenRead(path);
            var expected = await BerichtCheck.CheckAsync(PipeReader.Create(file), null, TestContext.Current.CancellationToken);
            Assert.Equal($"./{System.IO.Path.GetFileName(path)}", rule.File);
            Assert.Equal(expected.Kind?.Name, rule.Berichtsoort);
            Assert.Equal(expected.Oordeel.Name(), rule.Oordeel);
            Assert.Equal(
                expected.Bevindingen.Select(notice => new JsonFinding(
                    notice.Level,
                    notice.Rule,
                    notice.Retourcode,
                    notice.Path,
                    notice.LineNumber,
                    notice.Column
                )),
                rule.Bevindingen
            );
        }
    }

    [Fact]
    public void A_line_has_exactly_the_names_that_programs_rely_on()
    {
        using var rule = JsonDocument.Parse(run.Json.Rules.Single(rule => rule.Contains(CliSamples.FaultBsn, StringComparison.Ordinal)));
        Assert.Equal(["bestand", "berichtsoort", "oordeel", "bevindingen"], rule.RootElement.EnumerateObject().Select(field => field.Name));
        var notice = Assert.Single(rule.RootElement.GetProperty("bevindingen").EnumerateArray());
        Assert.Equal(
            ["niveau", "regel", "retourcode", "pad", "regelnummer", "kolom"],
            notice.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal("afgekeurd", rule.RootElement.GetProperty("oordeel").GetString());
    }

    [Fact]
    public void What_is_unknown_is_null()
    {
        using var rule = JsonDocument.Parse(run.Json.Rules.Single(rule => rule.Contains(CliSamples.WithDoctype, StringComparison.Ordinal)));
        Assert.Equal(JsonValueKind.Null, rule.RootElement.GetProperty("berichtsoort").ValueKind);
        Assert.Equal(JsonValueKind.Null, rule.RootElement.GetProperty("bevindingen")[0].GetProperty("retourcode").ValueKind);
    }

    [Fact]
    public async Task What_can_not_be_read_is_not_among_the_objects()
    {
        var outcome = await IjwProgram.Ijw(CliSamples.Folder, "controleer", "--json", "weg.xml", CliSamples.Good);
        Assert.Equal(2, outcome.Code);
        Assert.Contains(CliSamples.Good, Assert.Single(outcome.Rules), StringComparison.Ordinal);
        Assert.Equal("weg.xml: niet gelezen: dit bestand bestaat niet.\n", outcome.Fault);
    }
}
