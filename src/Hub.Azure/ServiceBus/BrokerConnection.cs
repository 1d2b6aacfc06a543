using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Hub.Queues;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.ServiceBus;

/// <summary>One AMQP connection with its tokens and shared links. Once lost it stays lost; the client makes a new one.</summary>
internal sealed class BrokerConnection : IAsyncDisposable
{
    // The library counts silence in steps of its own, and is looked at in steps: with this it is noticed within the time asked for.
    private const double ShareOfIdleTimeout = 0.7;

    private static readonly TimeSpan LongestWatchInterval = TimeSpan.FromSeconds(1);

    private readonly ServiceEndpoint _endpoint;
    private readonly ServiceBusOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Connection _connection;
    private readonly TokenKeeper _tokens;
    private readonly CancellationTokenSource _lost = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<RequestLink>>> _management = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Lazy<Task<QueueSender>>> _senders = new(StringComparer.OrdinalIgnoreCase);
    private readonly ITimer _watch;

    private BrokerConnection(ServiceEndpoint endpoint, ServiceBusOptions options, TimeProvider time, ILogger log, Connection connection, Settlements settlements)
    {
        (_endpoint, _options, _time, _log, _connection) = (endpoint, options, time, log, connection);
        Settlements = settlements;
        Lost = _lost.Token;
        _tokens = new TokenKeeper(endpoint, connection, time, log);
        connection.AddClosedCallback((_, error) => OnLost(error));
        // With a frozen peer the library knows long before it says so.
        var interval = options.IdleTimeout / 20 < LongestWatchInterval ? options.IdleTimeout / 20 : LongestWatchInterval;
        _watch = time.CreateTimer(_ => Watch(), null, interval, interval);
    }

    public Settlements Settlements { get; }

    /// <summary>Cancelled when the connection is gone.</summary>
    public CancellationToken Lost { get; }

    public bool IsLost => Lost.IsCancellationRequested || _connection.IsClosed;

    public static async Task<BrokerConnection> OpenAsync(ServiceEndpoint endpoint, ServiceBusOptions options, TimeProvider time, ILogger log, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory();
        factory.AMQP.MaxFrameSize = 64 * 1024;
        factory.AMQP.MaxSessionsPerConnection = 5000;
        factory.AMQP.IdleTimeout = (int)(options.IdleTimeout.TotalMilliseconds * ShareOfIdleTimeout);
        factory.TCP.NoDelay = true;
        factory.SASL.Profile = new AnonymousProfile();
        if (options.TrustedRoot is { } root)
            factory.SSL.RemoteCertificateValidationCallback = (_, certificate, _, faults) => Certificates.IsTrusted(certificate, faults, root);
        var address = new Address(endpoint.Host, endpoint.Port, null, null, "/", endpoint.UseTls ? "amqps" : "amqp");
        var settlements = new Settlements();
        using var limit = new CancellationTokenSource(options.OperationTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            // The library's own cancellation covers the dial only, so the wait is bounded here.
            var connection = await factory.CreateAsync(address, either.Token, settlements).WaitAsync(either.Token).ConfigureAwait(false);
            log.Connected(endpoint.Host, endpoint.Port);
            return new BrokerConnection(endpoint, options, time, log, connection, settlements);
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("Service Bus did not open the connection in time.", fault);
        }
    }

    /// <summary>Runs an operation until it is done, its time is up, the caller stops it or the connection is lost; failures come as <see cref="QueueException"/>.</summary>
    public async Task<T> RunAsync<T>(string entity, Func<CancellationToken, Task<T>> operation, CancellationToken cancellation, TimeSpan? extraTime = null)
    {
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Lost);
        any.CancelAfter(_options.OperationTimeout + (extraTime ?? TimeSpan.Zero));
        try
        {
            return await operation(any.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            // A peer that doesn't answer in time is as good as gone.
            OnLost(null);
            throw Failures.ToQueueException(new TimeoutException("No answer.", fault), entity);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var failure = Failures.ToQueueException(fault, entity);
            if (failure.Failure == QueueFailure.Unauthorized)
                _tokens.Forget(entity);
            throw failure;
        }
    }

    /// <summary>Puts a token for an entity, and keeps it good for as long as the connection lives.</summary>
    public Task AuthorizeAsync(string entity, CancellationToken cancellation) => _tokens.AuthorizeAsync(entity, cancellation);

    public Session NewSession() => new(_connection);

    /// <summary>The sender of a queue, shared by all who send to it.</summary>
    public async Task<QueueSender> GetSenderAsync(string queue, CancellationToken cancellation)
        => await GetSharedAsync(_senders, queue, sender => sender.IsClosed, () => QueueSender.OpenAsync(this, queue, _options, _time), cancellation).ConfigureAwait(false);

    /// <summary>Asks the $management node of an entity; gives the body of its answer.</summary>
    public Task<Message> ManageAsync(string entity, Func<Message> request, CancellationToken cancellation)
        => RunAsync(
            entity,
            async token =>
            {
                var link = await GetSharedAsync(_management, entity, known => known.IsClosed, () => OpenManagementAsync(entity), token).ConfigureAwait(false);
                var answer = await link.AskAsync(request(), token).ConfigureAwait(false);
                var status = answer.ApplicationProperties?["statusCode"] as int? ?? 500;
                return status is >= 200 and < 300
                    ? answer
                    : throw Failures.FromStatus(status, answer.ApplicationProperties?["errorCondition"]?.ToString(), entity);
            },
            cancellation);

    public async ValueTask DisposeAsync()
    {
        OnLost(null);
        await _watch.DisposeAsync().ConfigureAwait(false);
        await _tokens.DisposeAsync().ConfigureAwait(false);
        await Links.CloseAsync(_connection).ConfigureAwait(false);
    }

    private async Task<RequestLink> OpenManagementAsync(string entity)
    {
        var node = $"{entity}/$management";
        using var limit = NewLimit();
        await _tokens.AuthorizeAsync(node, limit.Token).ConfigureAwait(false);
        return await RequestLink.OpenAsync(_connection, node, limit.Token).ConfigureAwait(false);
    }

    private CancellationTokenSource NewLimit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(Lost);
        limit.CancelAfter(_options.OperationTimeout);
        return limit;
    }

    // One opening is shared by all who wait for it, so nobody's cancellation may end it.
    private static async Task<T> GetSharedAsync<T>(
        ConcurrentDictionary<string, Lazy<Task<T>>> links, string name, Func<T, bool> isClosed, Func<Task<T>> open, CancellationToken cancellation)
    {
        while (true)
        {
            var shared = links.GetOrAdd(name, _ => new Lazy<Task<T>>(open));
            try
            {
                var link = await shared.Value.WaitAsync(cancellation).ConfigureAwait(false);
                if (!isClosed(link))
                    return link;
                links.TryRemove(KeyValuePair.Create(name, shared));
            }
            catch when (shared.Value.IsCompleted)
            {
                links.TryRemove(KeyValuePair.Create(name, shared));
                throw;
            }
        }
    }

    private void Watch()
    {
        if (_connection.IsClosed)
            OnLost(_connection.Error);
    }

    private void OnLost(Error? error)
    {
        lock (_lost)
        {
            if (_lost.IsCancellationRequested)
                return;
            if (error is not null)
                _log.ConnectionLost(error.Condition);
            // On the pool, because whatever waits must not continue on the library's read pump.
            ThreadPool.QueueUserWorkItem(static source => source.Cancel(), _lost, preferLocal: false);
        }
    }
}
