using System.Diagnostics;
using EndToEnd.Foutproxy;
using Hub.Local.Opslag;
using Hub.Local.Opstarten;

namespace EndToEnd.Afgebroken;

/// <summary>A hub whose app can be killed at any point of any request to its storage.</summary>
public sealed class AfgebrokenHub : IAsyncLifetime
{
    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("afgebroken-");
    private Opslagproxy? _blobs;

    public HubOmgeving Omgeving { get; private set; } = null!;

    /// <summary>Between the app and its tables.</summary>
    public Opslagproxy Tabellen { get; private set; } = null!;

    /// <summary>Between the app and its archive.</summary>
    public Opslagproxy Blobs => _blobs!;

    public async ValueTask InitializeAsync() => Omgeving = await HubOmgeving.StartAsync(
        Omgevingen.Opties(_map.FullName) with
        {
            MaxHerstarts = 100,
            AppInstellingen = new Dictionary<string, string> { ["Bewaking__OudWerk"] = "00:00:01" },
            Opslagverbinding = async (azurite, cancellation) =>
            {
                _blobs = await Opslagproxy.StartAsync(azurite.BlobAdres, cancellation);
                Tabellen = await Opslagproxy.StartAsync(azurite.TableAdres, cancellation);
                return Azurite.Verbinding(_blobs.Adres, Tabellen.Adres);
            },
        },
        TestContext.Current.CancellationToken);

    /// <summary>Ends the app with SIGKILL: nothing in it runs any more when this returns.</summary>
    public void DoodDeApp()
    {
        using var app = Process.GetProcessById(Omgeving.Host.WorkerProcessId ?? throw new InvalidOperationException("The app does not run."));
        app.Kill();
        app.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (Omgeving is not null) await Omgeving.DisposeAsync();
        if (_blobs is not null) await _blobs.DisposeAsync();
        if (Tabellen is not null) await Tabellen.DisposeAsync();
        _map.Delete(recursive: true);
    }
}
