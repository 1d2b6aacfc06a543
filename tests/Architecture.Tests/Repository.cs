using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The checkout that these tests look at.</summary>
internal static class Repository
{
    /// <summary>The projects under src, by name.</summary>
    public static IReadOnlyDictionary<string, XDocument> Projects { get; } =
        Directory
            .EnumerateFiles(RootFolder.PathTo("src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), XDocument.Load);

    /// <summary>The C# files under a folder of the checkout, build output left out.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(RootFolder.PathTo(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains($"{Path.DirectorySeparatorChar}node_modules{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            );

    /// <summary>The folders of the checkout whose packages are locked, build output left out.</summary>
    public static IEnumerable<string> LockFiles =>
        new[] { "src", "tests" }
            .SelectMany(under => Directory.EnumerateFiles(RootFolder.PathTo(under), "packages.lock.json", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RootFolder.Complete, Path.GetDirectoryName(file)!));
}
