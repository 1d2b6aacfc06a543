using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using RegionYear;

namespace EndToEnd.FaultProxy;

/// <summary>Stands between the app and its storage, sees each request, and can do something at one precise point of one of them.</summary>
public sealed class StorageProxy : IAsyncDisposable
{
    private RelayProxy _proxy = null!;
    private Trap? _trap;

    private StorageProxy() { }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address => _proxy.Address;

    /// <summary>Starts a proxy for the storage at <paramref name="target"/>.</summary>
    public static async Task<StorageProxy> StartAsync(Uri target, CancellationToken cancellation)
    {
        var proxy = new StorageProxy();
        proxy._proxy = await RelayProxy.StartAsync(target, proxy.Inspect, cancellation, readsBodies: true);
        return proxy;
    }

    /// <summary>
    /// Does <paramref name="action"/> once, at the next request that <paramref name="hits"/>; the app never gets an answer on it.
    /// </summary>
    /// <returns>Completes when it has been done.</returns>
    public Task SetTrap(Func<HttpRequest, bool> hits, Moment moment, Action action)
    {
        var trap = new Trap(hits, moment, action, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _trap = trap;
        return trap.Closed.Task;
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    private Intervention? Inspect(HttpRequest verzoek)
    {
        if (_trap is not { } trap || !trap.Hits(verzoek) || Interlocked.CompareExchange(ref _trap, null, trap) != trap)
        {
            return null;
        }
        return new Intervention(
            trap.Moment == Moment.Afterwards,
            (context, isDone) =>
            {
                Debug.Assert(isDone || trap.Moment == Moment.Beforehand, "The storage refused what was to be interrupted after it.");
                trap.Strike();
                context.Abort();
            }
        );
    }

    private sealed record Trap(Func<HttpRequest, bool> Hits, Moment Moment, Action Action, TaskCompletionSource Closed)
    {
        public void Strike()
        {
            try
            {
                Action();
                Closed.TrySetResult();
            }
            catch (Exception fault)
            {
                Closed.TrySetException(fault);
            }
        }
    }
}
