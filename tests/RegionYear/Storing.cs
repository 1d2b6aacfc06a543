using System.Diagnostics;
using Hub.Azure.ServiceBus;
using Hub.Berichten;
using Hub.Verwerking;

namespace RegionYear;

/// <summary>Makes things go wrong while a run is going on; the same seed makes the same choices, not the same moments.</summary>
internal sealed class Storing(Proefregio proef, int seed, int rondes) : IAsyncDisposable
{
    private const int FoutPer = 40;

    // Past those of the Bewaking, which counts from 1 and slows down.
    private const int EersteRonde = 90;

    private static readonly TimeSpan Rust = TimeSpan.FromSeconds(1.5);

    private readonly Random _kans = new(seed);
    private readonly CancellationTokenSource _einde = new();
    private readonly ServiceBusQueueClient _queues = new(new ServiceBusOptions { ConnectionString = proef.Omgeving.ServiceBus.ConnectionString }, TimeProvider.System);
    private Task _taak = Task.CompletedTask;

    /// <summary>How often the app was killed.</summary>
    public int Gedood { get; private set; }

    /// <summary>How often the storage was stopped and started.</summary>
    public int Onderbroken { get; private set; }

    /// <summary>How many pieces of work were delivered once more.</summary>
    public int Herhaald { get; private set; }

    /// <summary>Lets one in so many calls to the storage fail, and starts to kill and stop.</summary>
    public void Begin()
    {
        proef.Blobs.FoutPer = proef.Tabellen.FoutPer = FoutPer;
        _taak = Task.Run(StoorAsync);
    }

    /// <summary>Delivers the work on one in four berichten again, under a MessageId that no duplicate detection knows.</summary>
    public async Task LeverDubbelAsync(Zending zending, string berichtId)
    {
        lock (_kans)
        {
            if (_kans.Next(4) > 0) return;
            Herhaald++;
        }

        var werk = new Onderhanden(berichtId, zending.Paar, TimeProvider.System.GetUtcNow(), EersteRonde + Herhaald);
        await new WerkQueue(_queues).StuurAsync(werk, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _einde.CancelAsync();
        try
        {
            await _taak;
        }
        catch (OperationCanceledException)
        {
            // It was told to stop.
        }

        proef.Blobs.FoutPer = proef.Tabellen.FoutPer = 0;
        _einde.Dispose();
        await _queues.DisposeAsync();
    }

    private async Task StoorAsync()
    {
        // Then it stops: a hub that never gets a second of rest need not get anywhere.
        for (var ronde = 0; ronde < rondes && !_einde.IsCancellationRequested; ronde++)
        {
            await Task.Delay(Rust * (0.5 + Kans()), _einde.Token);
            if (ronde % 3 == 1)
            {
                await proef.Omgeving.OnderbreekOpslagAsync(() => Task.Delay(Rust), CancellationToken.None);
                Onderbroken++;
            }
            else if (proef.Omgeving.Host.WorkerProcessId is { } pid)
            {
                using var app = Process.GetProcessById(pid);
                var starts = proef.Omgeving.Host.WorkerStarts;
                app.Kill();
                Gedood++;
                await proef.Omgeving.Host.WaitForWorkerStartAsync(starts + 1, _einde.Token);
            }
        }
    }

    private double Kans()
    {
        lock (_kans) return _kans.NextDouble();
    }
}
