using System.Text.Json.Nodes;

namespace Infra.Tests.Compiled;

/// <summary>A copy of infra/ whose region has one gemeente and one aanbieder more, and a service principal for everyone.</summary>
public static class Region
{
    public const string NewGemeente = "0999";
    public const string NewAanbieder = "90000999";

    /// <summary>The deelnemers of this repository: code, and whether it is a gemeente.</summary>
    public static IReadOnlyList<(string Code, bool Gemeente)> Deelnemers { get; } = Read();

    /// <summary>The object id that the copy gives to a deelnemer.</summary>
    public static string PrincipalOf(string code) => $"20000000-0000-4000-8000-{code.PadLeft(12, '0')}";

    /// <summary>Makes the copy; gives its folder.</summary>
    public static string Grow(string folder)
    {
        // Beside the copy stands what main.bicep takes from the app.
        Copy("infra", folder);
        Copy("src/Hub.Functions/Api", folder);

        var path = Path.Combine(folder, "infra", "deelnemers.json");
        var region = JsonNode.Parse(File.ReadAllText(path))!;
        region["gemeenten"]!.AsArray().Add(New(NewGemeente));
        region["aanbieders"]!.AsArray().Add(New(NewAanbieder));
        foreach (var deelnemer in region["gemeenten"]!.AsArray().Concat(region["aanbieders"]!.AsArray()))
        {
            deelnemer!["principalId"] = PrincipalOf(deelnemer["code"]!.GetValue<string>());
        }
        File.WriteAllText(path, region.ToJsonString());
        return Path.Combine(folder, "infra");
    }

    private static JsonObject New(string code) =>
        new()
        {
            ["code"] = code,
            ["naam"] = "Nieuw",
            ["retour"] = "hub",
            ["appIds"] = new JsonArray(),
        };

    private static void Copy(string name, string folder)
    {
        var source = RootFolder.PathTo(name);
        foreach (
            var file in Directory
                .EnumerateFiles(source, "*", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith(".cs", StringComparison.Ordinal))
        )
        {
            var target = Path.Combine(folder, name, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static List<(string, bool)> Read()
    {
        var region = JsonNode.Parse(File.ReadAllText(RootFolder.PathTo("infra", "deelnemers.json")))!;
        return [.. Codes("gemeenten").Select(code => (code, true)), .. Codes("aanbieders").Select(code => (code, false))];

        IEnumerable<string> Codes(string list) => region[list]!.AsArray().Select(deelnemer => deelnemer!["code"]!.GetValue<string>());
    }
}
