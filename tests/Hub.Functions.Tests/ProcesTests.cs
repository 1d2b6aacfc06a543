using System.Diagnostics;

namespace Hub.Functions.Tests;

/// <summary>The executable itself, started by someone who is no Functions host.</summary>
public sealed class ProcesTests
{
    [Fact]
    public async Task Without_a_host_and_settings_it_says_on_stdout_what_is_missing_and_does_not_exit_with_0()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Hub.Functions")) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var proces = Process.Start(start)!;
        var uitvoer = await proces.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Patience.Within(proces.WaitForExitAsync(TestContext.Current.CancellationToken));

        Assert.Equal(1, proces.ExitCode);
        Assert.StartsWith("De app draait onder een Functions-host; hier is er geen.", uitvoer, StringComparison.Ordinal);
        Assert.Contains("Toegang__Issuer: ", uitvoer, StringComparison.Ordinal);
        Assert.Equal("", await proces.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
