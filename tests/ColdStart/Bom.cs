using System.Text.Json;

namespace ColdStart;

/// <summary>The bill of materials that goes with the packages.</summary>
internal static class Bom
{
    private static readonly string[] BuildOnly = ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.NET.ILLink.Tasks"];

    /// <summary>What of the app's lock file is not in it, a line each.</summary>
    public static IEnumerable<string> Faults(string file, string lockFile)
    {
        using var bom = JsonDocument.Parse(File.ReadAllBytes(file));
        using var locked = JsonDocument.Parse(File.ReadAllBytes(lockFile));
        var listed = bom.RootElement.GetProperty("components").EnumerateArray()
            .Select(part => $"{part.GetProperty("name").GetString()} {part.GetProperty("version").GetString()}").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var package in locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()))
        {
            if (BuildOnly.Contains(package.Name) || package.Value.GetProperty("type").GetString() == "Project") continue;
            var name = $"{package.Name} {package.Value.GetProperty("resolved").GetString()}";
            if (!listed.Contains(name)) yield return $"The bill of materials lacks {name}.";
        }
    }
}
