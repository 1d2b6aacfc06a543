using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>Where the data may be.</summary>
public class RegionTests
{
    [Theory]
    [InlineData("westeurope", true)]
    [InlineData("swedencentral", true)]
    [InlineData("eastus", false)]
    [InlineData("uksouth", false)]
    [InlineData("switzerlandnorth", false)]
    public async Task Outside_the_EU_nothing_is_made(string location, bool made)
    {
        Assert.SkipUnless(Bicep.IsAvailable, "There is no Bicep CLI for this machine.");
        using var bicep = Bicep.Start();
        var metadata = new { tenantId = Guid.Empty, subscriptionId = Guid.Empty, resourceGroup = "rg", location, deploymentName = "hub" };
        var fault = await Record.ExceptionAsync(async () =>
            Deployment.Read(await bicep.SnapshotAsync(Hoofdmap.Pad("infra", "main.productie.bicepparam"), metadata)));

        if (made) Assert.Null(fault);
        else Assert.Contains("The data stays in the EU", fault?.ToString() ?? "", StringComparison.Ordinal);
    }
}
