using System.Text.Json;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>The app comes up: the secret is there, is reachable, and stays what it was.</summary>
public class FirstStartTests(CompiledInfra infra)
{
    [Fact]
    public void The_vault_is_read_by_the_apps_own_identity()
    {
        // Without this a reference is read by the system-assigned identity, which the app does not have.
        foreach (var app in infra.Both.Select(deployment => deployment.The(Types.App)))
        {
            Assert.Equal(
                app["identity.userAssignedIdentities"].EnumerateObject().Single().Name,
                app.Text("properties.keyVaultReferenceIdentity")
            );
        }
    }

    [Fact]
    public void The_app_waits_for_the_vault_its_secret_and_the_way_to_it() =>
        Assert.Superset(
            new HashSet<string> { "vaultContents", "vaultEndpoint", "archive", "tablesAccess", "hostStorage" },
            Template.DependenciesOf(infra, "app")
        );

    [Theory]
    [InlineData("archive")]
    [InlineData("tables")]
    [InlineData("serviceBus")]
    public void What_is_encrypted_with_the_key_waits_for_its_role_and_gives_it_time_to_be_known(string module) =>
        Assert.Superset(new HashSet<string> { "identity", "vaultContents", "vaultEndpoint" }, Template.DependenciesOf(infra, module));

    [Fact]
    public void What_the_app_refers_to_is_there_and_it_may_and_can_read_it()
    {
        foreach (var deployment in infra.Both)
        {
            Assert.Equal("secret", KeyVaultReference.Resolve(deployment, deployment.AppSettings["Register__Sleutel"], "secret"));
        }
    }

    [Fact]
    public void Without_a_network_the_vault_answers_who_may_read_it_and_with_one_only_inside_it()
    {
        var (test, production) = (infra.Test.The(Types.Vault), infra.Production.The(Types.Vault));

        Assert.Equal(
            ("Enabled", "Allow"),
            (test.Text("properties.publicNetworkAccess"), test.Text("properties.networkAcls.defaultAction"))
        );
        Assert.Equal(
            ("Disabled", "Deny"),
            (production.Text("properties.publicNetworkAccess"), production.Text("properties.networkAcls.defaultAction"))
        );
    }

    [Fact]
    public void The_secret_of_the_register_is_made_once_and_never_again()
    {
        var secret = Template.Find(infra, "registerSecret");

        Assert.True(secret.TryGetProperty("@options", out var options) && options.TryGetProperty("onlyIfNotExists", out _));
        Assert.Equal("[not(empty(parameters('registerKey')))]", secret.GetProperty("condition").GetString());
        // One that is too short would be there for good.
        var value = secret.GetProperty("properties").GetProperty("value").GetString();
        Assert.StartsWith("[if(greaterOrEquals(length(parameters('registerKey')), 44), ", value, StringComparison.Ordinal);
        var parameters = JsonDocument.Parse(infra.Template).RootElement.GetProperty("parameters");
        Assert.Equal("securestring", parameters.GetProperty("registerKey").GetProperty("type").GetString());
        Assert.Equal("", parameters.GetProperty("registerKey").GetProperty("defaultValue").GetString());
    }
}
