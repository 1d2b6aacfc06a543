namespace Gedeeld;

/// <summary>The checkout that this test runs in.</summary>
internal static class Hoofdmap
{
    /// <summary>The folder that holds Hub.sln.</summary>
    public static string Volledig { get; } = Zoek();

    /// <summary>The path of something in it.</summary>
    public static string Pad(params string[] delen) => Path.Join([Volledig, .. delen]);

    private static string Zoek()
    {
        var map = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(map.FullName, "Hub.sln"))) map = map.Parent ?? throw new InvalidOperationException("This test runs inside the checkout.");
        return map.FullName;
    }
}
