using System.Diagnostics;

namespace Hub.Functions.Tests;

/// <summary>The executable itself, started by someone who is no Functions host.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Without_a_host_and_settings_it_says_on_stdout_what_is_missing_and_does_not_exit_with_0()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Hub.Functions"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Patience.Within(process.WaitForExitAsync(TestContext.Current.CancellationToken));

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("De app draait onder een Functions-host; hier is er geen.", output, StringComparison.Ordinal);
        Assert.Contains("Toegang__Issuer: ", output, StringComparison.Ordinal);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
