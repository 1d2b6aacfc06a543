using System.Text.Json;

namespace Infra.Tests.Compiled;

/// <summary>All that one parameter file deploys with one deelnemers.json.</summary>
public sealed record Deployment(IReadOnlyList<Resource> Resources, JsonElement Outputs)
{
    /// <summary>The resources of one type, with Azure's casing.</summary>
    public IReadOnlyList<Resource> All(string type) => [.. Resources.Where(resource => resource.Type == type)];

    /// <summary>The only resource of a type.</summary>
    public Resource The(string type) => Assert.Single(All(type));

    /// <summary>The account of the tables.</summary>
    public Resource Tables => All(Types.Account).Single(account => account.Name == Outputs.GetProperty("tablesName").GetString());

    /// <summary>The account of the archive.</summary>
    public Resource Archive => All(Types.Account).Single(account => account.Name == Outputs.GetProperty("archiveName").GetString());

    /// <summary>The settings of the app; what only the deployment knows is still an expression.</summary>
    public IReadOnlyDictionary<string, string> AppSettings =>
        The(Types.App)["properties.siteConfig.appSettings"]
            .EnumerateArray()
            .ToDictionary(setting => setting.GetProperty("name").GetString()!, setting => setting.GetProperty("value").GetString()!);

    /// <summary>Reads what <c>bicep snapshot</c> wrote.</summary>
    public static Deployment Read(string json)
    {
        var root = JsonDocument.Parse(json).RootElement;

        Assert.Empty(root.GetProperty("diagnostics").EnumerateArray());

        var resources = root.GetProperty("predictedResources")
            .EnumerateArray()
            .Select(body => new Resource(
                body.GetProperty("id").GetString()!,
                body.GetProperty("type").GetString()!,
                body.GetProperty("name").GetString()!.Split('/')[^1],
                body
            ));

        return new Deployment([.. resources], root.GetProperty("outputs"));
    }
}
