using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace RegionYear;

/// <summary>
/// Counts what passes between the app and one of its storage services, and lets a part of it go wrong when asked: 503 before the storage sees it, or an
/// answer that gets lost after.
/// </summary>
internal sealed class Telproxy : IAsyncDisposable
{
    private static readonly Ingreep Weiger = new(NaDeOpslag: false, (context, _) => context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable);
    private static readonly Ingreep Verlies = new(NaDeOpslag: true, (context, _) => context.Abort());

    private readonly Func<HttpRequest, string> _naam;
    private Doorgeefproxy _proxy = null!;
    private int _nummer;

    private Telproxy(Func<HttpRequest, string> naam) => _naam = naam;

    /// <summary>Where it listens.</summary>
    public Uri Adres => _proxy.Adres;

    /// <summary>How often each kind of request came.</summary>
    public ConcurrentDictionary<string, int> Tellingen { get; } = new(StringComparer.Ordinal);

    /// <summary>One in so many requests is refused with 503, and as many lose their answer; 0 = none.</summary>
    public int FoutPer { get; set; }

    /// <param name="naam">Gives a request its kind.</param>
    /// <param name="doel">The storage.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<Telproxy> StartAsync(Func<HttpRequest, string> naam, Uri doel, CancellationToken cancellation)
    {
        var proxy = new Telproxy(naam);
        proxy._proxy = await Doorgeefproxy.StartAsync(doel, proxy.Bekijk, cancellation);
        return proxy;
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    private Ingreep? Bekijk(HttpRequest verzoek)
    {
        Tellingen.AddOrUpdate(_naam(verzoek), 1, (_, al) => al + 1);
        var nummer = Interlocked.Increment(ref _nummer);
        if (FoutPer == 0) return null;
        return (nummer % FoutPer) switch
        {
            0 => Weiger,
            var rest when rest == FoutPer / 2 => Verlies,
            _ => null,
        };
    }
}
