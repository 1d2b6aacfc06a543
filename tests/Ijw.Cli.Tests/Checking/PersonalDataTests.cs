using System.Text;
using System.Xml.Linq;
using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.Checking;

public sealed class PersonalDataTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Fact]
    public void No_personal_value_of_a_sample_is_in_any_output()
    {
        var data = CliSamples.PersonalData();
        Assert.Contains("Zwaluwenburg", data);
        Assert.Contains("999900007", data);
        var reports = Directory.EnumerateFiles(run.Reports).Select(File.ReadAllText);
        foreach (var output in reports.Concat([run.Text.Out, run.Text.Fault, run.Json.Out, run.Json.Fault]))
        {
            Assert.DoesNotContain(data, given => output.Contains(given, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("Qwertzjan")]
    [InlineData("777666555444")]
    [InlineData("1899-13-77")]
    public async Task No_wrong_value_is_in_any_output(string secret)
    {
        using var folder = new WorkFolder();
        foreach (var path in CliSamples.All.Where(path => IsXml(CliSamples.Text(path))))
        {
            var bericht = CliSamples.WithEverywhere(CliSamples.Text(path), secret);
            Assert.Contains(secret, bericht, StringComparison.Ordinal);
            await File.WriteAllTextAsync(
                folder[Path.GetFileName(path)],
                bericht,
                new UTF8Encoding(false),
                TestContext.Current.CancellationToken
            );
        }

        var text = await IjwProgram.Ijw(folder.Path, "controleer", ".", "--rapport", "rapporten");
        Assert.Equal(1, text.Code);
        Assert.Contains("bevindingen", text.Out, StringComparison.Ordinal);
        var reports = Directory.EnumerateFiles(folder["rapporten"]).Select(File.ReadAllText).ToList();
        Assert.NotEmpty(reports);
        foreach (var output in reports.Append(text.Out).Append(text.Fault))
        {
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        }
    }

    private static bool IsXml(string text)
    {
        try
        {
            return XDocument.Parse(text).Root is not null;
        }
        catch (System.Xml.XmlException)
        {
            return false;
        }
    }
}
