using System.Text.Json;

namespace ColdStart;

/// <summary>The bill of materials that goes with the packages.</summary>
internal static class Bom
{
    private static readonly string[] BuildOnly =
    [
        "Microsoft.CodeAnalysis.BannedApiAnalyzers",
        "Microsoft.Azure.Functions.Worker.Sdk",
        "Microsoft.Azure.Functions.Worker.Sdk.Analyzers",
        "Microsoft.Azure.Functions.Worker.Sdk.Generators",
    ];

    /// <summary>What of the app's lock file, or of what the host loads, is not in it, a line each.</summary>
    public static IEnumerable<string> Faults(string file, string lockFile)
    {
        using var bom = JsonDocument.Parse(File.ReadAllBytes(file));
        using var locked = JsonDocument.Parse(File.ReadAllBytes(lockFile));
        var listed = bom
            .RootElement.GetProperty("components")
            .EnumerateArray()
            .Select(part => $"{part.GetProperty("name").GetString()} {part.GetProperty("version").GetString()}")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (
            var package in locked
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
        )
        {
            if (BuildOnly.Contains(package.Name) || package.Value.GetProperty("type").GetString() == "Project")
            {
                continue;
            }
            var name = $"{package.Name} {package.Value.GetProperty("resolved").GetString()}";
            if (!listed.Contains(name))
            {
                yield return $"The bill of materials lacks {name}.";
            }
        }

        // The host's side has no lock file; what it is made of always holds this.
        if (!listed.Any(name => name.StartsWith("Microsoft.NET.Sdk.Functions ", StringComparison.OrdinalIgnoreCase)))
        {
            yield return "The bill of materials lacks what the host loads (.azurefunctions).";
        }
    }
}
