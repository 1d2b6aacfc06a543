using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace RegionYear;

/// <summary>
/// Counts what passes between the app and one of its storage services, and lets a part of it go wrong when asked: 503 before the storage
/// sees it, or an answer that gets lost after.
/// </summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private static readonly Intervention Refuse = new(
        AfterStorage: false,
        (context, _) => context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable
    );
    private static readonly Intervention Loss = new(AfterStorage: true, (context, _) => context.Abort());

    private readonly Func<HttpRequest, string> _name;
    private RelayProxy _proxy = null!;
    private int _number;

    private CountingProxy(Func<HttpRequest, string> name) => _name = name;

    /// <summary>Where it listens.</summary>
    public Uri Address => _proxy.Address;

    /// <summary>How often each kind of request came.</summary>
    public ConcurrentDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>One in so many requests is refused with 503, and as many lose their answer; 0 = none.</summary>
    public int FaultPer { get; set; }

    /// <param name="name">Gives a request its kind.</param>
    /// <param name="target">The storage.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<CountingProxy> StartAsync(Func<HttpRequest, string> name, Uri target, CancellationToken cancellation)
    {
        var proxy = new CountingProxy(name);
        proxy._proxy = await RelayProxy.StartAsync(target, proxy.Inspect, cancellation);
        return proxy;
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    private Intervention? Inspect(HttpRequest verzoek)
    {
        Counts.AddOrUpdate(_name(verzoek), 1, (_, al) => al + 1);
        var number = Interlocked.Increment(ref _number);
        if (FaultPer == 0)
        {
            return null;
        }
        return (number % FaultPer) switch
        {
            0 => Refuse,
            var rest when rest == FaultPer / 2 => Loss,
            _ => null,
        };
    }
}
