using Hub.Local.CommandLine;

namespace Hub.Local.Tests.Opstarten;

public sealed class OpdrachtregelTests
{
    [Fact]
    public void The_options_are_read() =>
        Assert.Equal(new Opdrachtregel(true, false, "ergens", "pakket"), Opdrachtregel.Lees(["--eenmalig", "--map", "ergens", "--app", "pakket"]));

    [Fact]
    public void Samples_run_on_request() => Assert.Equal(new Opdrachtregel(false, false, null, Samples: true), Opdrachtregel.Lees(["--voorbeelden"]));

    [Theory]
    [InlineData("--eenmaal", "Onbekende optie: --eenmaal. Zie --help.")]
    [InlineData("--map", "Achter --map hoort een map.")]
    [InlineData("--app", "Achter --app hoort een map.")]
    public async Task A_mistake_gives_one_line_and_a_code_other_than_zero(string argument, string regel)
    {
        using var fouten = new StringWriter();

        var code = await new Programma(TextWriter.Null, fouten, TimeProvider.System).VoerUitAsync([argument]);

        Assert.NotEqual(0, code);
        Assert.Equal(regel + Environment.NewLine, fouten.ToString());
    }

    [Fact]
    public async Task Help_explains_in_Dutch_and_starts_nothing()
    {
        using var uitvoer = new StringWriter();

        Assert.Equal(0, await new Programma(uitvoer, TextWriter.Null, TimeProvider.System).VoerUitAsync(["--help"]));

        Assert.Contains("--eenmalig", uitvoer.ToString(), StringComparison.Ordinal);
    }
}
