using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using RegionYear;

namespace EndToEnd.Foutproxy;

/// <summary>When a request to the storage is interrupted.</summary>
public enum Moment
{
    /// <summary>Before the storage sees it.</summary>
    Vooraf,

    /// <summary>After the storage has done it, before the app hears so.</summary>
    Achteraf,
}

/// <summary>Stands between the app and its storage, sees each request, and can do something at one precise point of one of them.</summary>
public sealed class Opslagproxy : IAsyncDisposable
{
    private Doorgeefproxy _proxy = null!;
    private Val? _val;

    private Opslagproxy()
    {
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Adres => _proxy.Adres;

    /// <summary>Starts a proxy for the storage at <paramref name="doel"/>.</summary>
    public static async Task<Opslagproxy> StartAsync(Uri doel, CancellationToken cancellation)
    {
        var proxy = new Opslagproxy();
        proxy._proxy = await Doorgeefproxy.StartAsync(doel, proxy.Bekijk, cancellation, readsBodies: true);
        return proxy;
    }

    /// <summary>Does <paramref name="actie"/> once, at the next request that <paramref name="treft"/>; the app never gets an answer on it.</summary>
    /// <returns>Completes when it has been done.</returns>
    public Task ZetVal(Func<HttpRequest, bool> treft, Moment moment, Action actie)
    {
        var val = new Val(treft, moment, actie, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _val = val;
        return val.Dicht.Task;
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    private Ingreep? Bekijk(HttpRequest verzoek)
    {
        if (_val is not { } val || !val.Treft(verzoek) || Interlocked.CompareExchange(ref _val, null, val) != val) return null;
        return new Ingreep(val.Moment == Moment.Achteraf, (context, isGedaan) =>
        {
            Debug.Assert(isGedaan || val.Moment == Moment.Vooraf, "The storage refused what was to be interrupted after it.");
            val.SlaToe();
            context.Abort();
        });
    }

    private sealed record Val(Func<HttpRequest, bool> Treft, Moment Moment, Action Actie, TaskCompletionSource Dicht)
    {
        public void SlaToe()
        {
            try
            {
                Actie();
                Dicht.TrySetResult();
            }
            catch (Exception fout)
            {
                Dicht.TrySetException(fout);
            }
        }
    }
}
