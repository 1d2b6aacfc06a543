namespace Hub.Local.Storage;

/// <summary>
/// Keeps Azurite running: when it dies it is said, and it is started again at the same addresses with its data, a few times, ever later.
/// </summary>
internal sealed class AzuriteKeeper : IAsyncDisposable
{
    private const int MaxRestarts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Who lived this long died of something else than its start.</summary>
    private static readonly TimeSpan Recovered = TimeSpan.FromMinutes(5);

    private readonly Func<int, int, CancellationToken, Task<Azurite>> _start;
    private readonly bool _keepsData;
    private readonly TimeProvider _time;
    private readonly Action<string> _tell;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _keeping;
    private int _restarts;

    /// <param name="azurite">The one that runs.</param>
    /// <param name="start">Starts it at a blob port and a table port.</param>
    /// <param name="keepsData">Whether its data outlive it; without them there is no use in starting it again.</param>
    /// <param name="time">The clock of the pauses.</param>
    /// <param name="tell">Hears, in plain Dutch, what people must know.</param>
    public AzuriteKeeper(
        Azurite azurite,
        Func<int, int, CancellationToken, Task<Azurite>> start,
        bool keepsData,
        TimeProvider time,
        Action<string> tell
    )
    {
        _start = start;
        _keepsData = keepsData;
        _time = time;
        _tell = tell;
        Current = azurite;
        _keeping = KeepAsync(azurite);
    }

    /// <summary>The one that runs, or ran last.</summary>
    public Azurite Current { get; private set; }

    /// <summary>Faults with an <see cref="StartException"/> when it cannot be kept running; else never completes.</summary>
    public Task Gone => _gone.Task;

    /// <summary>Stops it, does <paramref name="meanwhile"/>, and starts it again.</summary>
    public async Task InterruptAsync(Func<Task> meanwhile, CancellationToken cancellation)
    {
        await Current.DisposeAsync().ConfigureAwait(false);
        await meanwhile().ConfigureAwait(false);
        await StartAgainAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Stops it for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Current.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task StartAgainAsync(CancellationToken cancellation)
    {
        Current = await _start(Current.BlobAddress.Port, Current.TableAddress.Port, cancellation).ConfigureAwait(false);
        _keeping = KeepAsync(Current);
    }

    private async Task KeepAsync(Azurite azurite)
    {
        var since = _time.GetTimestamp();
        var why = await azurite.Died.WaitAsync(_stopping.Token).ConfigureAwait(false);
        await azurite.DisposeAsync().ConfigureAwait(false);
        if (_time.GetElapsedTime(since) > Recovered)
        {
            _restarts = 0;
        }
        while (_keepsData && _restarts < MaxRestarts)
        {
            _tell(
                $"LET OP: Azurite, de opslag, is onverwacht gestopt ({why}) en wordt opnieuw gestart. Wat in de "
                    + $"laatste vijf seconden binnenkwam, kan weg zijn."
            );
            await Task.Delay(FirstPause * Math.Pow(2, _restarts++), _time, _stopping.Token).ConfigureAwait(false);
            try
            {
                await StartAgainAsync(_stopping.Token).ConfigureAwait(false);
                _tell("Azurite draait weer.");
                return;
            }
            catch (Exception fault) when (fault is StartException or StorageException)
            {
                why = fault.Message;
            }
        }

        _gone.TrySetException(
            new StartException(
                _keepsData
                    ? $"Azurite, de opslag, bleef stoppen: {why}. De hub stopt."
                    : $"Azurite, de opslag, is onverwacht gestopt ({why}); haar gegevens stonden in het geheugen. De hub stopt."
            )
        );
    }
}
