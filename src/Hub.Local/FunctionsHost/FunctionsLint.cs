using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost;

/// <summary>Checks an app folder, as it was built, against the contract of the isolated worker and its traps.</summary>
public static class FunctionsLint
{
    private const string MetadataFile = "functions.metadata";

    /// <summary>
    /// The faults of the app folder, one line each that starts with a file's name or a function's; empty when it is sound.
    /// </summary>
    /// <param name="appRoot">The folder that holds host.json.</param>
    /// <param name="appSettings">The app settings it will run with; without them references to settings are not checked.</param>
    public static IReadOnlyList<string> Check(string appRoot, IReadOnlyDictionary<string, string>? appSettings = null)
    {
        var faults = new List<string>();
        HostJson.Read(appRoot, faults);
        WorkerConfig.Read(appRoot, faults);
        Read(ReadMetadata(appRoot, faults), new AppSettings(appSettings), faults);
        return faults;
    }

    /// <summary>The functions that are not disabled; the faults of others are added to <paramref name="faults"/>.</summary>
    internal static IReadOnlyList<FunctionDefinition> Read(
        IEnumerable<FunctionMetadata> functions,
        AppSettings settings,
        ICollection<string> faults
    )
    {
        var read = new List<FunctionDefinition>();
        foreach (var function in functions.OrderBy(function => function.Name, StringComparer.Ordinal))
        {
            if (FunctionReading.Read(function, settings, faults) is { } definition)
            {
                read.Add(definition);
            }
        }

        return read;
    }

    private static List<FunctionMetadata> ReadMetadata(string appRoot, List<string> faults)
    {
        var path = Path.Combine(appRoot, MetadataFile);
        try
        {
            return
            [
                .. JsonNode
                    .Parse(File.ReadAllText(path))!
                    .AsArray()
                    .Select(function => new FunctionMetadata
                    {
                        Name = function!["name"]!.GetValue<string>(),
                        RawBindings = { function["bindings"]!.AsArray().Select(binding => binding!.ToJsonString()) },
                    }),
            ];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException or IOException)
        {
            faults.Add(
                $"{MetadataFile}: {(File.Exists(path) ? "is not what the build writes" : "is missing; the build of a worker writes it")}."
            );
            return [];
        }
    }
}
