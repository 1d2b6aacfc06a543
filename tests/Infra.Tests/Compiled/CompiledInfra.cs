using Infra.Tests.Compiled;

[assembly: AssemblyFixture(typeof(CompiledInfra))]

namespace Infra.Tests.Compiled;

/// <summary>infra/, compiled once for all tests.</summary>
public sealed class CompiledInfra : IAsyncLifetime
{
    /// <summary>Where a snapshot pretends to be deployed.</summary>
    public static readonly object Metadata = new
    {
        tenantId = "00000000-0000-4000-8000-0000000000bb",
        subscriptionId = "00000000-0000-4000-8000-0000000000aa",
        resourceGroup = "rg-ijw-hub",
        location = "westeurope",
        deploymentName = "hub",
    };

    /// <summary>
    /// What who deploys puts in the environment: what has no default, and what productie needs for its gateway and its runner.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string>
        {
            ["HUB_CLIENT_ID"] = "00000000-0000-4000-8000-0000000000c1",
            ["HUB_ALERT_EMAIL"] = "beheer@regio.example",
            ["HUB_HOST_NAME"] = "hub.regio.example",
            ["HUB_CERTIFICATE_ID"] = "https://kv-regio.vault.azure.net/secrets/hub-regio-example",
            ["HUB_RUNNER_SSH_KEY"] = "ssh-ed25519 AAAA",
        };

    private readonly Dictionary<string, string> _complaints = [];
    private string? _template;
    private Deployment? _test;
    private Deployment? _production;
    private Deployment? _grown;
    private Deployment? _again;
    private Deployment? _owner;

    /// <summary>What compiler and linter have against each file that is compiled, a line per complaint; empty when nothing.</summary>
    public IReadOnlyDictionary<string, string> Complaints => Needed(_complaints);

    /// <summary>main.bicep as one ARM template, nothing worked out.</summary>
    public string Template => Needed(_template);

    /// <summary>What main.test.bicepparam deploys.</summary>
    public Deployment Test => Needed(_test);

    /// <summary>What main.productie.bicepparam deploys.</summary>
    public Deployment Production => Needed(_production);

    /// <summary>Both environments.</summary>
    public IReadOnlyList<Deployment> Both => [Test, Production];

    /// <summary>What main.productie.bicepparam deploys for the region of <see cref="Region.Grow"/>.</summary>
    public Deployment Grown => Needed(_grown);

    /// <summary>
    /// Productie made anew where the platform has the names and a network to peer with, over a vault and tables that were there before,
    /// with the archive of the first gemeente locked and a setting of the region's own.
    /// </summary>
    public Deployment Again => Needed(_again);

    /// <summary>What owner.bicep deploys for a pipeline, with what may never go.</summary>
    public Deployment Owner => Needed(_owner);

    public async ValueTask InitializeAsync()
    {
        if (!Bicep.IsAvailable)
        {
            return;
        }
        using var bicep = Bicep.Start(Environment);
        var infra = RootFolder.PathTo("infra");
        (_complaints["main.bicep"], _template) = await bicep.BuildAsync(Path.Combine(infra, "main.bicep"));
        (_complaints["owner.bicep"], _) = await bicep.BuildAsync(Path.Combine(infra, "owner.bicep"));
        foreach (var name in new[] { "main.test.bicepparam", "main.productie.bicepparam" })
        {
            _complaints[name] = await bicep.BuildParametersAsync(Path.Combine(infra, name));
        }

        _test = Deployment.Read(await bicep.SnapshotAsync(Path.Combine(infra, "main.test.bicepparam"), Metadata));
        _production = Deployment.Read(await bicep.SnapshotAsync(Path.Combine(infra, "main.productie.bicepparam"), Metadata));

        var folder = Directory.CreateTempSubdirectory("hub-infra-").FullName;
        try
        {
            var grown = Region.Grow(folder);
            _grown = Deployment.Read(await bicep.SnapshotAsync(Path.Combine(grown, "main.productie.bicepparam"), Metadata));
            _again = Deployment.Read(await bicep.SnapshotAsync(Scenario.Again(grown), Metadata));
            _owner = Deployment.Read(await bicep.SnapshotAsync(Scenario.Owner(grown), Metadata));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static T Needed<T>(T? compiled)
        where T : class
    {
        Assert.SkipUnless(
            Bicep.IsAvailable,
            "There is no Bicep CLI for this machine: the package Azure.Bicep.CommandLine has none for its platform."
        );
        return compiled!;
    }
}
