using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>Nobody has a key: identities only, and TLS 1.2 or newer.</summary>
public class IdentityTests(CompiledInfra infra)
{
    [Fact]
    public void No_account_takes_a_shared_key()
    {
        foreach (var deployment in infra.Both)
        {
            Assert.Equal(3, deployment.All(Types.Account).Count);
            Assert.All(
                deployment.All(Types.Account),
                account => Assert.True(account.IsOff("properties.allowSharedKeyAccess"), account.Name)
            );
            Assert.All(
                deployment.All(Types.Account),
                account => Assert.True(account.IsOff("properties.allowBlobPublicAccess"), account.Name)
            );
            Assert.All(deployment.All(Types.Account), account => Assert.True(account.IsOff("properties.isLocalUserEnabled"), account.Name));
            Assert.True(deployment.The(Types.Namespace).IsOn("properties.disableLocalAuth"));
            Assert.True(deployment.The("Microsoft.Insights/components").IsOn("properties.DisableLocalAuth"));
            Assert.True(deployment.The("Microsoft.OperationalInsights/workspaces").IsOn("properties.features.disableLocalAuth"));
            Assert.True(deployment.The(Types.Vault).IsOn("properties.enableRbacAuthorization"));
            Assert.Equal(
                ["ftp", "scm"],
                deployment
                    .All("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
                    .Where(policy => policy.IsOff("properties.allow"))
                    .Select(policy => policy.Name)
                    .Order()
            );
        }
    }

    [Fact]
    public void No_template_asks_for_a_key_and_no_setting_holds_one()
    {
        Assert.DoesNotContain("[listKeys", infra.Template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)list(Keys|Secrets|AccountSas|ServiceSas|ConnectionStrings)\\(", infra.Template);
        foreach (var deployment in infra.Both)
        {
            Assert.DoesNotContain(
                deployment.AppSettings.Values,
                value => value.Contains("Key=", StringComparison.OrdinalIgnoreCase) || value.Contains("sig=", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Everything_speaks_TLS_1_2_or_newer()
    {
        foreach (var deployment in infra.Both)
        {
            Assert.All(deployment.All(Types.Account), account => Assert.Equal("TLS1_2", account.Text("properties.minimumTlsVersion")));
            Assert.All(
                deployment.All(Types.Account),
                account => Assert.True(account.IsOn("properties.supportsHttpsTrafficOnly"), account.Name)
            );
            Assert.Equal("1.2", deployment.The(Types.Namespace).Text("properties.minimumTlsVersion"));
            var app = deployment.The(Types.App);
            Assert.True(app.IsOn("properties.httpsOnly"));
            Assert.Equal(
                ("1.2", "1.2"),
                (app.Text("properties.siteConfig.minTlsVersion"), app.Text("properties.siteConfig.scmMinTlsVersion"))
            );
        }
    }

    [Fact]
    public void Everything_is_encrypted_at_rest_and_in_productie_with_the_regions_own_key()
    {
        foreach (var account in infra.Production.All(Types.Account).Concat(infra.Test.All(Types.Account)))
        {
            Assert.True(account.IsOn("properties.encryption.requireInfrastructureEncryption"), account.Name);
        }

        foreach (var account in new[] { infra.Production.Archive, infra.Production.Tables })
        {
            Assert.Equal("Microsoft.Keyvault", account.Text("properties.encryption.keySource"));
            Assert.Equal("Account", account.Text("properties.encryption.services.table.keyType"));
        }

        Assert.Equal("Microsoft.KeyVault", infra.Production.The(Types.Namespace).Text("properties.encryption.keySource"));
        Assert.True(infra.Production.The(Types.Vault).IsOn("properties.enablePurgeProtection"));
        Assert.NotEmpty(infra.Production.The("Microsoft.KeyVault/vaults/keys").Text("properties.rotationPolicy"));
    }

    [Fact]
    public void The_app_is_one_identity_and_the_host_uses_the_same()
    {
        var app = infra.Production.The(Types.App);
        var identity = Assert.Single(app["identity.userAssignedIdentities"].EnumerateObject()).Name;

        Assert.Contains(infra.Production.Resources, resource => resource.Id == identity);
        Assert.Equal(identity, app.Text("properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId"));
        foreach (var setting in new[] { "AZURE_CLIENT_ID", "AzureWebJobsStorage__clientId", "ServiceBus__clientId" })
        {
            Assert.Contains(identity, infra.Production.AppSettings[setting], StringComparison.Ordinal);
        }
    }
}
