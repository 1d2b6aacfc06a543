namespace Ijw.Tests.Gedeeld;

/// <summary>The published schemas and sample berichten, which are not part of this repository; tests that need them skip without them.</summary>
internal static class Standaardmap
{
    private const string Variabele = "IJW_STANDAARD";

    /// <summary>The folder standard/ijw-3.2: from the environment, or beside the checkout; null when it isn't there.</summary>
    public static string? Pad { get; } = Zoek();

    /// <summary>The folder; skips the test when it isn't there.</summary>
    public static string Vereist()
    {
        Assert.SkipWhen(Pad is null, $"The published standard is not here: set {Variabele} to its folder ijw-3.2 to run this test.");
        return Pad!;
    }

    private static string? Zoek()
    {
        var genoemd = Environment.GetEnvironmentVariable(Variabele);
        if (!string.IsNullOrEmpty(genoemd)) return Directory.Exists(genoemd) ? genoemd : null;
        for (var map = new DirectoryInfo(AppContext.BaseDirectory); map is not null; map = map.Parent)
        {
            var pad = Path.Combine(map.FullName, "shared", "standard", "ijw-3.2");
            if (Directory.Exists(pad)) return pad;
        }

        return null;
    }
}
