namespace Ijw.Tests.Shared;

/// <summary>
/// The published schemas and sample berichten, which are not part of this repository; tests that need them skip without them.
/// </summary>
internal static class StandardFolder
{
    private const string Variable = "IJW_STANDAARD";

    /// <summary>The folder standard/ijw-3.2: from the environment, or beside the checkout; null when it isn't there.</summary>
    public static string? Path { get; } = Find();

    /// <summary>The folder; skips the test when it isn't there.</summary>
    public static string Required()
    {
        Assert.SkipWhen(Path is null, $"The published standard is not here: set {Variable} to its folder ijw-3.2 to run this test.");
        return Path!;
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? named : null;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "shared", "standard", "ijw-3.2");
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
