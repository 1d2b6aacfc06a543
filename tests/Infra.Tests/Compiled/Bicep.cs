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
public sealed class Bicep
{
    private static readonly string? Program = Find();
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<Bicep> Started = new(Start);

    private readonly Process _process;
    private readonly Stream _answers;
    private readonly Lock _one = new();
    private int _id;

    private Bicep(Process process) => (_process, _answers) = (process, process.StandardOutput.BaseStream);

    /// <summary>Whether the package has the CLI for this machine.</summary>
    public static bool IsAvailable => Program is not null;

    /// <summary>The one that all tests share, with what the parameter files read from the environment; it ends with this process.</summary>
    public static Bicep Shared => Started.Value;

    /// <summary>What <c>bicep build</c> and <c>bicep lint</c> say, and the ARM template.</summary>
    public (string Complaints, string Template) Build(string file)
    {
        var answer = Ask("bicep/compile", new { path = file });
        return (Complaints(answer), answer["contents"]?.GetValue<string>() ?? "");
    }

    /// <summary>What <c>bicep build-params</c> says.</summary>
    public string BuildParameters(string file) => Complaints(Ask("bicep/compileParams", new { path = file, parameterOverrides = new { } }));

    /// <summary>What <c>bicep snapshot</c> writes: every resource that would be deployed, worked out.</summary>
    public string Snapshot(string file, object metadata)
    {
        var question = new
        {
            path = file,
            metadata,
            externalInputs = (object?)null,
        };
        return Ask("bicep/getSnapshot", question)["snapshot"]!.GetValue<string>();
    }

    private static Bicep Start()
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
        foreach (var (name, value) in CompiledInfra.Environment)
        {
            start.Environment[name] = value;
        }
        var bicep = new Bicep(Process.Start(start)!);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            bicep._process.Kill();
            bicep._process.WaitForExit();
        };
        return bicep;
    }

    private static string Complaints(JsonNode answer)
    {
        var lines = answer["diagnostics"]!
            .AsArray()
            .Select(said => $"{said!["source"]} {said["range"]?["start"]?["line"]}: {said["level"]} {said["code"]}: {said["message"]}");
        var failed = answer["success"]!.GetValue<bool>() ? [] : new[] { "It did not compile." };
        return string.Join("\n", lines.Concat(failed));
    }

    private JsonNode Ask(string method, object parameters)
    {
        lock (_one)
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
            input.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {question.Length}\r\n\r\n")));
            input.Write(question);
            input.Flush();

            var body = new byte[ReadLength()];
            _answers.ReadExactly(body);
            var answer = JsonNode.Parse(body)!;
            return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
        }
    }

    private int ReadLength()
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            _answers.ReadExactly(one);
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
