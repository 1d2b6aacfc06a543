using System.Text.Json;

namespace Infra.Tests.Compiled;

/// <summary>A resource as it would be deployed: parameters, loops and conditions worked out.</summary>
public sealed record Resource(string Id, string Type, string Name, JsonElement Body)
{
    // An extension whose name only the deployment knows.
    private const string Unnamed = "[extensionResourceId('";

    /// <summary>The resource under which it stands: a container for its policy, an account for a role on it.</summary>
    public string Parent =>
        Id.StartsWith(Unnamed, StringComparison.Ordinal)
            ? Id.Split('\'')[1]
            : Id[..Id.LastIndexOf(IsExtension ? "/providers/" : "/" + Type.Split('/')[^1] + "/", StringComparison.Ordinal)];

    // Of a type of its own, on a resource of any other.
    private bool IsExtension => Type is Types.Role or Types.Lock or "Microsoft.Insights/diagnosticSettings";

    /// <summary>A value by its path, dots between; undefined when it is not there.</summary>
    public JsonElement this[string path]
    {
        get
        {
            var value = Body;
            foreach (var part in path.Split('.'))
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(part, out value))
                {
                    return default;
                }
            }

            return value;
        }
    }

    /// <summary>A value by its path as text: <c>true</c>, <c>3</c>, <c>Disabled</c>; empty when it is not there.</summary>
    public string Text(string path) => this[path] is { ValueKind: not JsonValueKind.Undefined } value ? value.ToString() : "";

    /// <summary>Whether it is on, as JSON's true.</summary>
    public bool IsOn(string path) => this[path].ValueKind == JsonValueKind.True;

    /// <summary>Whether it is off, as JSON's false; what is absent is not off.</summary>
    public bool IsOff(string path) => this[path].ValueKind == JsonValueKind.False;
}

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

/// <summary>Resource types that several tests look at.</summary>
public static class Types
{
    public const string Account = "Microsoft.Storage/storageAccounts";
    public const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";
    public const string Immutability = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";
    public const string Table = "Microsoft.Storage/storageAccounts/tableServices/tables";
    public const string Namespace = "Microsoft.ServiceBus/namespaces";
    public const string Queue = "Microsoft.ServiceBus/namespaces/queues";
    public const string Vault = "Microsoft.KeyVault/vaults";
    public const string App = "Microsoft.Web/sites";
    public const string Role = "Microsoft.Authorization/roleAssignments";
    public const string Secret = "Microsoft.KeyVault/vaults/secrets";
    public const string Lock = "Microsoft.Authorization/locks";
    public const string Zone = "Microsoft.Network/privateDnsZones";
    public const string Network = "Microsoft.Network/virtualNetworks";
    public const string PrivateEndpoint = "Microsoft.Network/privateEndpoints";
}
