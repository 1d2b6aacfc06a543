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

    /// <summary>Makes it of a copy.</summary>
    public static void Grow(string infra)
    {
        var path = Path.Combine(infra, "deelnemers.json");
        var region = JsonNode.Parse(File.ReadAllText(path))!;
        region["gemeenten"]!.AsArray().Add(New(NewGemeente));
        region["aanbieders"]!.AsArray().Add(New(NewAanbieder));
        foreach (var deelnemer in region["gemeenten"]!.AsArray().Concat(region["aanbieders"]!.AsArray()))
        {
            deelnemer!["principalId"] = PrincipalOf(deelnemer["code"]!.GetValue<string>());
        }
        File.WriteAllText(path, region.ToJsonString());
    }

    private static JsonObject New(string code) =>
        new()
        {
            ["code"] = code,
            ["naam"] = "Nieuw",
            ["retour"] = "hub",
            ["appIds"] = new JsonArray(),
        };

    private static List<(string, bool)> Read()
    {
        var region = JsonNode.Parse(File.ReadAllText(RootFolder.PathTo("infra", "deelnemers.json")))!;
        return [.. Codes("gemeenten").Select(code => (code, true)), .. Codes("aanbieders").Select(code => (code, false))];

        IEnumerable<string> Codes(string list) => region[list]!.AsArray().Select(deelnemer => deelnemer!["code"]!.GetValue<string>());
    }
}
