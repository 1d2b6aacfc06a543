using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Tests.Compiled;

/// <summary>
/// The Bicep CLI from its NuGet package, started once and asked over JSON-RPC: it loads Azure's types once for all that is compiled.
/// </summary>
public sealed class Bicep : IDisposable
{
    private static readonly string? Program = Find();
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private readonly Process _process;
    private readonly Stream _answers;
    private int _id;

    private Bicep(Process process) => (_process, _answers) = (process, process.StandardOutput.BaseStream);

    /// <summary>Whether the package has the CLI for this machine.</summary>
    public static bool IsAvailable => Program is not null;

    /// <summary>Starts it, with what the parameter files read from the environment.</summary>
    public static Bicep Start(IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Program!, ["jsonrpc", "--stdio"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // What the machine happens to have may not change what a test sees.
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("HUB_", StringComparison.Ordinal) || name == "AZURE_LOCATION")
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return new Bicep(Process.Start(start)!);
    }

    /// <summary>What <c>bicep build</c> and <c>bicep lint</c> say, and the ARM template.</summary>
    public async Task<(string Complaints, string Template)> BuildAsync(string file)
    {
        var answer = await AskAsync("bicep/compile", new { path = file });
        return (Complaints(answer), answer["contents"]?.GetValue<string>() ?? "");
    }

    /// <summary>What <c>bicep build-params</c> says.</summary>
    public async Task<string> BuildParametersAsync(string file) =>
        Complaints(await AskAsync("bicep/compileParams", new { path = file, parameterOverrides = new { } }));

    /// <summary>What <c>bicep snapshot</c> writes: every resource that would be deployed, worked out.</summary>
    public async Task<string> SnapshotAsync(string file, object metadata) =>
        (
            await AskAsync(
                "bicep/getSnapshot",
                new
                {
                    path = file,
                    metadata,
                    externalInputs = (object?)null,
                }
            )
        )["snapshot"]!.GetValue<string>();

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static string Complaints(JsonNode answer)
    {
        var lines = answer["diagnostics"]!
            .AsArray()
            .Select(said => $"{said!["source"]} {said["range"]?["start"]?["line"]}: {said["level"]} {said["code"]}: {said["message"]}");
        var failed = answer["success"]!.GetValue<bool>() ? [] : new[] { "It did not compile." };
        return string.Join("\n", lines.Concat(failed));
    }

    private async Task<JsonNode> AskAsync(string method, object parameters)
    {
        var question = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                jsonrpc = "2.0",
                id = ++_id,
                method,
                @params = parameters,
            },
            CamelCase
        );
        var input = _process.StandardInput.BaseStream;
        await input.WriteAsync(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {question.Length}\r\n\r\n"))
        );
        await input.WriteAsync(question);
        await input.FlushAsync();

        var body = new byte[await ReadLengthAsync()];
        await _answers.ReadExactlyAsync(body);
        var answer = JsonNode.Parse(body)!;
        return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
    }

    private async Task<int> ReadLengthAsync()
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await _answers.ReadExactlyAsync(one);
            header.Append((char)one[0]);
        }

        var length = header.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return int.Parse(length.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture);
    }

    private static string? Find()
    {
        var path = typeof(Bicep)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .SingleOrDefault(data => data.Key == "Bicep")
            ?.Value;
        if (path is null)
        {
            return null;
        }
        path = File.Exists(path + ".exe") ? path + ".exe" : path;
        if (!File.Exists(path))
        {
            return null;
        }
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        }
        return path;
    }
}
