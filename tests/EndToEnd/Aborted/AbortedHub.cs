using System.Diagnostics;
using EndToEnd.FaultProxy;
using Hub.Local.Starting;
using Hub.Local.Storage;

namespace EndToEnd.Aborted;

/// <summary>A hub whose app can be killed at any point of any request to its storage.</summary>
public sealed class AbortedHub : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("afgebroken-");
    private StorageProxy? _blobs;

    public LocalHub Environment { get; private set; } = null!;

    /// <summary>Between the app and its tables.</summary>
    public StorageProxy Tables { get; private set; } = null!;

    /// <summary>Between the app and its archive.</summary>
    public StorageProxy Blobs => _blobs!;

    public async ValueTask InitializeAsync() =>
        Environment = await LocalHub.StartAsync(
            Environments.Options(_folder.FullName) with
            {
                MaxRestarts = 100,
                AppSettings = new Dictionary<string, string> { ["Bewaking__OudWerk"] = "00:00:01" },
                StorageConnection = async (azurite, cancellation) =>
                {
                    _blobs = await StorageProxy.StartAsync(azurite.BlobAddress, cancellation);
                    Tables = await StorageProxy.StartAsync(azurite.TableAddress, cancellation);
                    return Azurite.Connection(_blobs.Address, Tables.Address);
                },
            },
            TestContext.Current.CancellationToken
        );

    /// <summary>Ends the app with SIGKILL: nothing in it runs any more when this returns.</summary>
    public void KillApp()
    {
        using var app = Process.GetProcessById(
            Environment.Host.WorkerProcessId ?? throw new InvalidOperationException("The app does not run.")
        );
        app.Kill();
        app.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (Environment is not null)
        {
            await Environment.DisposeAsync();
        }
        if (_blobs is not null)
        {
            await _blobs.DisposeAsync();
        }
        if (Tables is not null)
        {
            await Tables.DisposeAsync();
        }
        _folder.Delete(recursive: true);
    }
}
