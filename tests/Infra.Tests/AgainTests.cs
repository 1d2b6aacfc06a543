using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>
/// Deploying again works, and changes nothing that was chosen: after a deletion, after a lock, after the loss of a region.
/// </summary>
public class AgainTests(CompiledInfra infra)
{
    [Fact]
    public void A_locked_policy_is_left_alone_and_every_other_is_kept()
    {
        // Azure answers 409 to a write of a locked policy, also of the same period, and with it the whole deployment fails.
        var written = infra.Again.All(Types.Immutability).Select(policy => policy.Parent.Split('/')[^1]).ToList();

        Assert.DoesNotContain("archief-" + Scenario.Locked, written);
        Assert.Equal(
            infra
                .Grown.All(Types.Immutability)
                .Select(policy => policy.Parent.Split('/')[^1])
                .Where(name => name != "archief-" + Scenario.Locked)
                .Order(),
            written.Order()
        );
        Assert.Contains(infra.Again.All(Types.Container), container => container.Name == "archief-" + Scenario.Locked);
    }

    [Fact]
    public void A_vault_that_was_deleted_comes_back_with_what_stood_in_it()
    {
        // Purge protection keeps the name for 90 days, so nothing else can be made under it.
        var vault = Template.Find(infra, "vault");
        Assert.Equal(
            "[if(parameters('recover'), 'recover', 'default')]",
            vault.GetProperty("properties").GetProperty("createMode").GetString()
        );
        Assert.Equal("default", infra.Production.The(Types.Vault).Text("properties.createMode"));
    }

    [Fact]
    public void Names_that_all_of_Azure_shares_are_another_in_another_group_and_the_same_in_the_same()
    {
        var suffix = infra.Production.Archive.Name[^6..];

        Assert.All(
            [infra.Production.Tables.Name, infra.Production.The(Types.Vault).Name, infra.Production.The(Types.Namespace).Name],
            name => Assert.EndsWith(suffix, name, StringComparison.Ordinal)
        );
        Assert.Contains("\"defaultValue\": \"[take(uniqueString(resourceGroup().id), 6)]\"", infra.Template, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vault_that_was_there_is_used_and_none_is_made()
    {
        Assert.Empty(infra.Again.All(Types.Vault));
        var scope = $"/resourceGroups/{Scenario.Survivors}/providers/Microsoft.KeyVault/vaults/{Scenario.Vault}";

        Assert.Contains(infra.Again.All(Types.Role), role => role.Parent.EndsWith(scope, StringComparison.Ordinal));
        Assert.Contains(infra.Again.All(Types.PrivateEndpoint), endpoint => Reaches(endpoint, scope));
        Assert.Equal(
            $"@Microsoft.KeyVault(VaultName={Scenario.Vault};SecretName=register-sleutel)",
            infra.Again.AppSettings["Register__Sleutel"]
        );
        Assert.Contains(
            Scenario.Vault,
            infra.Again.Archive.Text("properties.encryption.keyvaultproperties.keyvaulturi"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Tables_that_failed_over_are_used_by_the_new_hub_and_stay_so_at_its_next_deployment()
    {
        var scope = $"/resourceGroups/{Scenario.Survivors}/providers/Microsoft.Storage/storageAccounts/{Scenario.Tables}";

        Assert.Equal(2, infra.Again.All(Types.Account).Count);
        Assert.Empty(infra.Again.All(Types.Table));
        Assert.Equal(Scenario.Tables, infra.Again.AppSettings["Opslag__tablesAccountName"]);
        Assert.Equal(infra.Again.Archive.Name, infra.Again.AppSettings["Opslag__archiveAccountName"]);
        Assert.Contains(infra.Again.All(Types.Role), role => role.Parent.EndsWith(scope, StringComparison.Ordinal));
        Assert.Contains(infra.Again.All(Types.PrivateEndpoint), endpoint => Reaches(endpoint, scope));
    }

    [Fact]
    public void A_setting_of_the_regions_own_is_there_after_every_deployment()
    {
        // A site's appSettings are written whole: what was set by hand is gone.
        Assert.Equal("00:10:00", infra.Again.AppSettings["Bewaking__OudWerk"]);
        Assert.Equal(infra.Production.AppSettings.Keys.Order(), infra.Again.AppSettings.Keys.Order());
    }

    private static bool Reaches(Resource endpoint, string service) =>
        endpoint["properties.privateLinkServiceConnections"]
            [0]
            .GetProperty("properties")
            .GetProperty("privateLinkServiceId")
            .GetString()!
            .EndsWith(service, StringComparison.Ordinal);
}
