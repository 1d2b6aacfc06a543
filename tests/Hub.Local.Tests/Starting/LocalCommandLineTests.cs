using Hub.Local.CommandLine;

namespace Hub.Local.Tests.Starting;

public sealed class LocalCommandLineTests
{
    [Fact]
    public void The_options_are_read() =>
        Assert.Equal(
            new HubArguments(true, false, "ergens", "pakket"),
            HubArguments.Read(["--eenmalig", "--map", "ergens", "--app", "pakket"])
        );

    [Fact]
    public void Samples_run_on_request() =>
        Assert.Equal(new HubArguments(false, false, null, Samples: true), HubArguments.Read(["--voorbeelden"]));

    [Theory]
    [InlineData("--eenmaal", "Onbekende optie: --eenmaal. Zie --help.")]
    [InlineData("--map", "Achter --map hoort een map.")]
    [InlineData("--app", "Achter --app hoort een map.")]
    public async Task A_mistake_gives_one_line_and_a_code_other_than_zero(string argument, string rule)
    {
        using var faults = new StringWriter();

        var code = await new LocalProgram(TextWriter.Null, faults, TimeProvider.System).ExecuteAsync([argument]);

        Assert.NotEqual(0, code);
        Assert.Equal(rule + Environment.NewLine, faults.ToString());
    }

    [Fact]
    public async Task Help_explains_in_Dutch_and_starts_nothing()
    {
        using var output = new StringWriter();

        Assert.Equal(0, await new LocalProgram(output, TextWriter.Null, TimeProvider.System).ExecuteAsync(["--help"]));

        Assert.Contains("--eenmalig", output.ToString(), StringComparison.Ordinal);
    }
}
