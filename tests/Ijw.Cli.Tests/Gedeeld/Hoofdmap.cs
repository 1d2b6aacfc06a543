namespace Ijw.Cli.Tests.Gedeeld;

/// <summary>The repository that this test runs in.</summary>
internal static class Hoofdmap
{
    /// <summary>The path of something in it.</summary>
    public static string Pad(params string[] delen) => Path.Join([Zoek(), .. delen]);

    private static string Zoek()
    {
        var map = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(map.FullName, "Hub.sln"))) map = map.Parent ?? throw new InvalidOperationException("This test runs inside the repository.");
        return map.FullName;
    }
}
