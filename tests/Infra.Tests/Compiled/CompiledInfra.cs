using Infra.Tests.Compiled;

[assembly: AssemblyFixture(typeof(CompiledInfra))]

namespace Infra.Tests.Compiled;

/// <summary>A checkout of which infra/ is compiled, each part when it is first asked for, once.</summary>
public sealed class CompiledInfra : IDisposable
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

    private static readonly string[] Compiles = ["main.bicep", "owner.bicep", "main.test.bicepparam", "main.productie.bicepparam"];

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

    private readonly Lazy<(string Complaints, string Template)> _main;
    private readonly Lazy<Deployment> _test;
    private readonly Lazy<Deployment> _production;
    private readonly Lazy<Deployment> _grown;
    private readonly Lazy<Deployment> _again;
    private readonly Lazy<Deployment> _owner;
    private readonly Lazy<Checkout> _copy;

    /// <summary>That of this checkout.</summary>
    public CompiledInfra()
        : this(RootFolder.Complete, null) { }

    /// <summary>That of another.</summary>
    /// <param name="root">Its root, which is that of a <see cref="Checkout"/>.</param>
    /// <param name="compiled">What compiles to the same; null: it must be compiled itself.</param>
    internal CompiledInfra(string root, CompiledInfra? compiled)
    {
        Root = root;
        _copy = new(() =>
        {
            var copy = new Checkout(root);
            Region.Grow(copy.PathTo("infra"));
            return copy;
        });
        if (compiled is not null)
        {
            (_main, _test, _production) = (compiled._main, compiled._test, compiled._production);
            (_grown, _again, _owner) = (compiled._grown, compiled._again, compiled._owner);
            return;
        }
        _main = new(() => Bicep.Shared.Build(PathTo("infra", "main.bicep")));
        _test = new(() => Snapshot(PathTo("infra", "main.test.bicepparam")));
        _production = new(() => Snapshot(PathTo("infra", "main.productie.bicepparam")));
        _grown = new(() => Snapshot(_copy.Value.PathTo("infra", "main.productie.bicepparam")));
        _again = new(() => Snapshot(Scenario.Again(_copy.Value.PathTo("infra"))));
        _owner = new(() => Snapshot(Scenario.Owner(_copy.Value.PathTo("infra"))));
    }

    /// <summary>The root of the checkout.</summary>
    public string Root { get; }

    /// <summary>What compiler and linter have against a file that is compiled, a line per complaint; empty when nothing.</summary>
    public string Complaints(string file)
    {
        NeedBicep();
        Assert.Contains(file, Compiles);
        var path = PathTo("infra", file);
        return file == "main.bicep" ? _main.Value.Complaints
            : file.EndsWith(".bicep", StringComparison.Ordinal) ? Bicep.Shared.Build(path).Complaints
            : Bicep.Shared.BuildParameters(path);
    }

    /// <summary>main.bicep as one ARM template, nothing worked out.</summary>
    public string Template => Needed(_main).Template;

    /// <summary>What main.test.bicepparam deploys.</summary>
    public Deployment Test => Needed(_test);

    /// <summary>What main.productie.bicepparam deploys.</summary>
    public Deployment Production => Needed(_production);

    /// <summary>Both environments, each compiled when it is its turn.</summary>
    public IEnumerable<Deployment> Both
    {
        get
        {
            yield return Test;
            yield return Production;
        }
    }

    /// <summary>What main.productie.bicepparam deploys for the region of <see cref="Region.Grow"/>.</summary>
    public Deployment Grown => Needed(_grown);

    /// <summary>
    /// Productie made anew where the platform has the names and a network to peer with, over a vault and tables that were there before,
    /// with the archive of the first gemeente locked and a setting of the region's own.
    /// </summary>
    public Deployment Again => Needed(_again);

    /// <summary>What owner.bicep deploys for a pipeline, with what may never go.</summary>
    public Deployment Owner => Needed(_owner);

    /// <summary>The path of something in the checkout.</summary>
    public string PathTo(params string[] parts) => Path.Join([Root, .. parts]);

    /// <summary>Reads a file of the checkout.</summary>
    public string Read(string file) => File.ReadAllText(PathTo(file));

    /// <summary>
    /// The path of a parameter file that is another in one piece of text, which must be there; what else the environment would have to say.
    /// </summary>
    public string Variant(string file, string text, string instead)
    {
        NeedBicep();
        return Scenario.Write(
            _copy.Value.PathTo("infra"),
            $"{Guid.NewGuid():N}.bicepparam",
            Checkout.Replaced(Read($"infra/{file}"), text, instead)
        );
    }

    /// <summary>What a parameter file deploys.</summary>
    public static Deployment Snapshot(string file) => Deployment.Read(Bicep.Shared.Snapshot(file, Metadata));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_copy.IsValueCreated)
        {
            _copy.Value.Dispose();
        }
    }

    private static T Needed<T>(Lazy<T> compiled)
    {
        NeedBicep();
        return compiled.Value;
    }

    private static void NeedBicep() =>
        Assert.SkipUnless(
            Bicep.IsAvailable,
            "There is no Bicep CLI for this machine: the package Azure.Bicep.CommandLine has none for its platform."
        );
}
