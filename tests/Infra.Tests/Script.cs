using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Infra.Tests;

/// <summary>
/// A shell that finds stand-ins for what reaches Azure: <c>az</c> (tests/Infra.Tests/az), which answers from a state and refuses what Azure
/// refuses, and
/// <c>curl</c>, <c>azd</c>, <c>dotnet</c>, <c>gh</c>, <c>git</c> and <c>azcopy</c>, which only note what they were asked.
/// </summary>
internal sealed class Script : IDisposable
{
    public const string Group = "rg-ijw-hub-test";

    private static readonly string[] Others = ["curl", "azd", "dotnet", "gh", "git", "azcopy"];
    private static readonly string[] Linked = ["infra", "src", "docs", "tests"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("script-");

    /// <summary>Makes one for a checkout.</summary>
    /// <param name="root">The root of it; absent: this one.</param>
    public Script(string? root = null)
    {
        foreach (var name in Others)
        {
            Write(name, $"echo \"{name} $*\" >>\"$AZ_STATE/calls\"");
        }
        File.WriteAllText(Package, "");
        // What a line writes where it stands does not come in the repository.
        Directory.CreateDirectory(Root);
        foreach (var name in Linked)
        {
            Directory.CreateSymbolicLink(Path.Combine(Root, name), Path.Combine(root ?? RootFolder.Complete, name));
        }
        Calls = [];
    }

    /// <summary>What Azure knows before and after.</summary>
    public JsonObject State { get; set; } =
        JsonNode
            .Parse(
                $$"""
                {
                  "groups": ["{{Group}}"], "userType": "user", "mayRegister": true, "providers": [], "needed": [], "parameters": [],
                  "deletedVaults": [], "deletedGateways": [], "containers": [], "deployments": [], "resources": [],
                  "outputs": { "appName": { "value": "func-hub" }, "hubUrl": { "value": "https://hub.example" } }
                }
                """
            )!
            .AsObject();

    /// <summary>What was asked of all stand-ins, in order.</summary>
    public string[] Calls { get; private set; }

    public string Root => Path.Combine(_folder.FullName, "root");

    public string Package => Path.Combine(_folder.FullName, "hub.zip");

    /// <summary>Runs lines of bash in a folder that has what the root of the repository has.</summary>
    /// <param name="lines">What to run.</param>
    /// <param name="variables">Environment variables beside what every run has; null takes one away.</param>
    public async Task<(int Code, string Output, string Errors)> RunAsync(string lines, params (string Name, string? Value)[] variables)
    {
        Write("az", await AzServer.ProgramAsync());
        var state = Path.Combine(_folder.FullName, "state.json");
        await File.WriteAllTextAsync(state, State.ToJsonString(), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("bash", ["-c", lines])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
                ["AZ_STATE"] = _folder.FullName,
                ["HUB_PACKAGE"] = Package,
                ["HUB_ALERT_EMAIL"] = "beheer@regio.example",
                ["HUB_CLIENT_ID"] = "00000000-0000-4000-8000-000000000002",
                ["HUB_HOST_NAME"] = "hub.regio.example",
                ["HUB_PAUSE_SECONDS"] = "0",
            },
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        State = JsonNode.Parse(await File.ReadAllTextAsync(state, TestContext.Current.CancellationToken))!.AsObject();
        var calls = Path.Combine(_folder.FullName, "calls");
        Calls = File.Exists(calls) ? await File.ReadAllLinesAsync(calls, TestContext.Current.CancellationToken) : [];
        return (process.ExitCode, output, await errors);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string line)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\n{line}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        }
    }
}
