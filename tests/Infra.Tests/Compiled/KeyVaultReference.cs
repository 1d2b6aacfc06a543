using System.Text.RegularExpressions;

namespace Infra.Tests.Compiled;

/// <summary>
/// Resolves a setting that refers to the vault as App Service does, and only then
/// (learn.microsoft.com/azure/app-service/app-service-key-vault-references): by the identity that the site names for it, which the site
/// must have and which may read that vault, over a way that is open, and when something has made the secret.
/// </summary>
public static partial class KeyVaultReference
{
    private const string SecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";

    /// <summary>The value of the secret; the reference itself, as App Service leaves it, when it can't be read.</summary>
    public static string Resolve(Deployment deployment, string setting, string secret) => CanRead(deployment, setting) ? secret : setting;

    private static bool CanRead(Deployment deployment, string setting)
    {
        var reference = Reference().Match(setting);
        if (!reference.Success)
        {
            return false;
        }
        var app = deployment.The(Types.App);
        var vault = deployment.The(Types.Vault);
        var identity = app.Text("properties.keyVaultReferenceIdentity");
        return vault.Name == reference.Groups["vault"].Value
            && app["identity.userAssignedIdentities"].EnumerateObject().Any(assigned => assigned.Name == identity)
            && deployment
                .All(Types.Role)
                .Any(role =>
                    role.Parent == vault.Id
                    && role.Text("properties.roleDefinitionId").EndsWith(SecretsUser, StringComparison.Ordinal)
                    && role.Text("properties.principalId").Contains($"'{identity}'", StringComparison.Ordinal)
                )
            && deployment.All(Types.Secret).Any(made => made.Parent == vault.Id && made.Name == reference.Groups["secret"].Value)
            && IsReachable(deployment, app, vault);
    }

    private static bool IsReachable(Deployment deployment, Resource app, Resource vault)
    {
        if (vault.Text("properties.publicNetworkAccess") == "Enabled")
        {
            return vault.Text("properties.networkAcls.defaultAction") == "Allow";
        }
        return app.Text("properties.virtualNetworkSubnetId").Length > 0
            && deployment
                .All(Types.PrivateEndpoint)
                .Any(endpoint => endpoint.Text("properties.privateLinkServiceConnections").Contains(vault.Id, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^@Microsoft\.KeyVault\(VaultName=(?<vault>[^;]+);SecretName=(?<secret>[^)]+)\)$")]
    private static partial Regex Reference();
}
