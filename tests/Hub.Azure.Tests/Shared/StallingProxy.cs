using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hub.Azure.Tests.Shared;

/// <summary>
/// A TCP proxy in front of a service that can stop answering: then it takes in connections and bytes as before, and nothing comes back, as
/// from a machine that hangs or a network that drops what it should carry.
/// </summary>
public sealed class StallingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly ConcurrentBag<Task> _relays = [];
    private readonly Uri _target;
    private readonly Task _accepting;
    private volatile bool _isStalled;

    /// <summary>Starts a proxy for the service at <paramref name="target"/>.</summary>
    public StallingProxy(Uri target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens; the path is that of the service.</summary>
    public Uri Address => new UriBuilder(_target) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    /// <summary>From now on nothing comes back.</summary>
    public void Stall() => _isStalled = true;

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var relay in _relays)
        {
            await relay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        _stopped.Dispose();
    }

    /// <summary>A storage connection string whose services are reached through proxies, and those proxies.</summary>
    public static (string Connection, StallingProxy[] Proxies) Before(string connection)
    {
        var proxies = new List<StallingProxy>();
        var parts = connection
            .Split(';')
            .Select(part =>
            {
                if (part.Split('=', 2) is not [("BlobEndpoint" or "TableEndpoint") and var name, var address])
                {
                    return part;
                }
                proxies.Add(new StallingProxy(new Uri(address)));
                return $"{name}={proxies[^1].Address}";
            });
        return (string.Join(';', parts), [.. proxies]);
    }

    private async Task AcceptAsync()
    {
        while (!_stopped.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stopped.Token);
            _relays.Add(RelayAsync(client));
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var from = client;
        using var to = new TcpClient { NoDelay = true };
        from.NoDelay = true;
        await to.ConnectAsync(_target.Host, _target.Port, _stopped.Token);
        await Task.WhenAny(
            CopyAsync(from.GetStream(), to.GetStream(), isAnswer: false),
            CopyAsync(to.GetStream(), from.GetStream(), isAnswer: true)
        );
    }

    private async Task CopyAsync(NetworkStream source, NetworkStream target, bool isAnswer)
    {
        var buffer = new byte[16 * 1024];
        while (await source.ReadAsync(buffer, _stopped.Token) is var count and > 0)
        {
            if (_isStalled && !isAnswer)
            {
                continue;
            }
            if (_isStalled)
            {
                await Task.Delay(Timeout.Infinite, _stopped.Token);
            }
            await target.WriteAsync(buffer.AsMemory(0, count), _stopped.Token);
        }
    }
}
