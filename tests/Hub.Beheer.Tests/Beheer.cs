using System.Diagnostics;
using Hub.Azure.Tests.Gedeeld;

namespace Hub.Beheer.Tests;

/// <summary>hub-beheer on a storage account of its own, within the test or as a process.</summary>
internal sealed class Beheer(Azurite azurite)
{
    public const string Sleutel = "YWxsZWVuLXZvb3ItZGV6ZS1tYWNoaW5lLTAwMDAwMDA=";

    public string Verbinding { get; } = azurite.NieuweVerbinding();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<(int Code, string[] Uit, string[] Fout)> VoerUitAsync(params string[] argumenten)
    {
        using StringWriter uit = new(), fout = new();
        var code = await Opdrachten.VoerUitAsync(argumenten, Variabele, uit, fout, Stop);
        TestContext.Current.TestOutputHelper?.WriteLine(fout.ToString());
        return (code, Regels(uit), Regels(fout));
    }

    public Task<List<string>> RegisterAsync(string tabel = "register") => Registertabel.LeesAsync(Verbinding, tabel, Stop);

    /// <summary>Starts the command as a process, and kills it when it says something.</summary>
    public async Task DoodBijEersteRegelAsync(params string[] argumenten)
    {
        using var proces = Process.Start(new ProcessStartInfo("dotnet", [typeof(Opdrachten).Assembly.Location, .. argumenten])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["Opslag"] = Verbinding, ["Register__Sleutel"] = Sleutel },
        })!;
        Assert.NotNull(await proces.StandardError.ReadLineAsync(Stop));
        Assert.False(proces.HasExited);
        proces.Kill();
        await proces.WaitForExitAsync(Stop);
        Assert.NotEqual(0, proces.ExitCode);
    }

    /// <summary>Runs the command as a process whose files may become no larger than some kilobytes.</summary>
    public async Task<(int Code, string[] Errors)> BoundedAsync(int kilobytes, params string[] arguments)
    {
        var program = $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet \"$@\"";
        string[] line = ["-c", program, "bash", typeof(Opdrachten).Assembly.Location, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("bash", line)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["Opslag"] = Verbinding, ["DOTNET_EnableDiagnostics"] = "0", ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
        var errors = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private string? Variabele(string naam) => naam switch
    {
        "Opslag" => Verbinding,
        "Register__Sleutel" => Sleutel,
        _ => null,
    };

    private static string[] Regels(StringWriter tekst) => tekst.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
