using System.Diagnostics;
using Hub.Azure.Tests.Shared;

namespace Hub.Beheer.Tests;

/// <summary>hub-beheer on a storage account of its own, within the test or as a process.</summary>
internal sealed class Admin(AzuriteFixture azurite)
{
    public const string Key = "YWxsZWVuLXZvb3ItZGV6ZS1tYWNoaW5lLTAwMDAwMDA=";

    public string Connection { get; } = azurite.NewConnection();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<(int Code, string[] Out, string[] Fault)> ExecuteAsync(params string[] arguments)
    {
        using StringWriter output = new(),
            fault = new();
        var code = await AdminCommands.ExecuteAsync(arguments, Variable, output, fault, Stop);
        TestContext.Current.TestOutputHelper?.WriteLine(fault.ToString());
        return (code, Rules(output), Rules(fault));
    }

    public Task<List<string>> RegisterAsync(string table = "register") => RegisterTable.ReadAsync(Connection, table, Stop);

    /// <summary>Starts the command as a process, and kills it when it says something.</summary>
    public async Task KillAtFirstLineAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(AdminCommands).Assembly.Location, .. arguments])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { ["Opslag"] = Connection, ["Register__Sleutel"] = Key },
            }
        )!;
        Assert.NotNull(await process.StandardError.ReadLineAsync(Stop));
        Assert.False(process.HasExited);
        process.Kill();
        await process.WaitForExitAsync(Stop);
        Assert.NotEqual(0, process.ExitCode);
    }

    /// <summary>Runs the command as a process whose files may become no larger than some kilobytes.</summary>
    public async Task<(int Code, string[] Errors)> BoundedAsync(int kilobytes, params string[] arguments)
    {
        var program = $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet \"$@\"";
        string[] line = ["-c", program, "bash", typeof(AdminCommands).Assembly.Location, .. arguments];
        using var process = Process.Start(
            new ProcessStartInfo("bash", line)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["Opslag"] = Connection,
                    ["DOTNET_EnableDiagnostics"] = "0",
                    ["DOTNET_EnableWriteXorExecute"] = "0",
                },
            }
        )!;
        var errors = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private string? Variable(string name) =>
        name switch
        {
            "Opslag" => Connection,
            "Register__Sleutel" => Key,
            _ => null,
        };

    private static string[] Rules(StringWriter text) => text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
