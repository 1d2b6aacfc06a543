namespace Infra.Tests.Compiled;

/// <summary>Parameter files as a region might write them, in a copy of infra/.</summary>
public static class Scenario
{
    public const string Vault = "kv-platform";
    public const string Tables = "stoudehubtabellen";
    public const string Survivors = "rg-blijft";
    public const string Peer =
        "/subscriptions/00000000-0000-4000-8000-0000000000ff/resourceGroups/rg-platform"
        + "/providers/Microsoft.Network/virtualNetworks/vnet-hub";
    public const string Zones =
        "/subscriptions/00000000-0000-4000-8000-0000000000ff/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/";
    public const string Pipeline = "00000000-0000-4000-8000-0000000000d1";

    /// <summary>The gemeente whose archive is locked.</summary>
    public static string Locked { get; } = Region.Deelnemers.First(deelnemer => deelnemer.Gemeente).Code;

    /// <summary>Writes that of <see cref="CompiledInfra.Again"/>; gives its path.</summary>
    public static string Again(string infra) =>
        Write(
            infra,
            "main.again.bicepparam",
            File.ReadAllText(Path.Combine(infra, "main.productie.bicepparam"))
                + $$"""

                param existingVault = { name: '{{Vault}}', resourceGroup: '{{Survivors}}' }
                param existingTables = { name: '{{Tables}}', resourceGroup: '{{Survivors}}' }
                param lockedArchives = ['{{Locked}}']
                param peerNetworkId = '{{Peer}}'
                param dnsZoneIds = {
                  blob: '{{Zones}}blob'
                  table: '{{Zones}}table'
                  queue: '{{Zones}}queue'
                  servicebus: '{{Zones}}servicebus'
                  vault: '{{Zones}}vault'
                  sites: '{{Zones}}sites'
                }
                param extraSettings = { Bewaking__OudWerk: '00:10:00' }

                """
        );

    /// <summary>Writes that of <see cref="CompiledInfra.Owner"/>; gives its path.</summary>
    public static string Owner(string infra) =>
        Write(
            infra,
            "owner.bicepparam",
            $"""
            using 'owner.bicep'
            param deployerPrincipalId = '{Pipeline}'
            param archiveName = 'starchief'
            param tablesName = 'sttabellen'
            param keyVaultName = 'kv-hub'

            """
        );

    /// <summary>Writes a file in a copy of infra/; gives its path.</summary>
    public static string Write(string infra, string name, string text)
    {
        var path = Path.Combine(infra, name);
        File.WriteAllText(path, text);
        return path;
    }
}
