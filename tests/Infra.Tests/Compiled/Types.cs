namespace Infra.Tests.Compiled;

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
