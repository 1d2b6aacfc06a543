using System.Diagnostics;
using Hub.Azure.ServiceBus;
using Hub.Berichten;
using Hub.Verwerking;

namespace RegionYear;

/// <summary>Makes things go wrong while a run is going on; the same seed makes the same choices, not the same moments.</summary>
internal sealed class Outage(TrialRegion trial, int seed, int rounds) : IAsyncDisposable
{
    private const int FaultPer = 40;

    // Past those of the Bewaking, which counts from 1 and slows down.
    private const int FirstRound = 90;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1.5);

    private readonly Random _chance = new(seed);
    private readonly CancellationTokenSource _end = new();
    private readonly ServiceBusQueueClient _queues = new(
        new ServiceBusOptions { ConnectionString = trial.Environment.ServiceBus.ConnectionString },
        TimeProvider.System
    );
    private Task _task = Task.CompletedTask;

    /// <summary>How often the app was killed.</summary>
    public int Killed { get; private set; }

    /// <summary>How often the storage was stopped and started.</summary>
    public int Interrupted { get; private set; }

    /// <summary>How many pieces of work were delivered once more.</summary>
    public int Repeated { get; private set; }

    /// <summary>Lets one in so many calls to the storage fail, and starts to kill and stop.</summary>
    public void Begin()
    {
        trial.Blobs.FaultPer = trial.Tables.FaultPer = FaultPer;
        _task = Task.Run(DisturbAsync);
    }

    /// <summary>Delivers the work on one in four berichten again, under a MessageId that no duplicate detection knows.</summary>
    public async Task DeliverTwiceAsync(Sending sending, string berichtId)
    {
        lock (_chance)
        {
            if (_chance.Next(4) > 0)
            {
                return;
            }
            Repeated++;
        }

        var work = new InProgress(berichtId, sending.Pair, TimeProvider.System.GetUtcNow(), FirstRound + Repeated);
        await new WorkQueue(_queues).SendAsync(work, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _task;
        }
        catch (OperationCanceledException)
        {
            // It was told to stop.
        }

        trial.Blobs.FaultPer = trial.Tables.FaultPer = 0;
        _end.Dispose();
        await _queues.DisposeAsync();
    }

    private async Task DisturbAsync()
    {
        // Then it stops: a hub that never gets a second of rest need not get anywhere.
        for (var round = 0; round < rounds && !_end.IsCancellationRequested; round++)
        {
            await Task.Delay(Rest * (0.5 + Chance()), _end.Token);
            if (round % 3 == 1)
            {
                await trial.Environment.InterruptStorageAsync(() => Task.Delay(Rest), CancellationToken.None);
                Interrupted++;
            }
            else if (trial.Environment.Host.WorkerProcessId is { } pid)
            {
                using var app = Process.GetProcessById(pid);
                var starts = trial.Environment.Host.WorkerStarts;
                app.Kill();
                Killed++;
                await trial.Environment.Host.WaitForWorkerStartAsync(starts + 1, _end.Token);
            }
        }
    }

    private double Chance()
    {
        lock (_chance)
        {
            return _chance.NextDouble();
        }
    }
}
