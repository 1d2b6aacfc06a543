using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Hub.Queues;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.ServiceBus;

/// <summary>Puts tokens on $cbs and renews them before they end, for every entity in use on one connection.</summary>
internal sealed class TokenKeeper(ServiceEndpoint endpoint, Connection connection, TimeProvider time, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    // A timer knows at most 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly SemaphoreSlim _one = new(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ends = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ITimer> _renewals = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource _stopped = new();
    private RequestLink? _cbs;

    /// <summary>Returns when there is a token for the entity with time left.</summary>
    public async Task AuthorizeAsync(string entity, CancellationToken cancellation)
    {
        if (_ends.TryGetValue(entity, out var end) && end > time.GetUtcNow())
            return;
        await PutAsync(entity, cancellation).ConfigureAwait(false);
    }

    /// <summary>Forgets the token of an entity, because it was refused; the next use puts a fresh one.</summary>
    public void Forget(string entity)
    {
        _ends.TryRemove(entity, out _);
        _ends.TryRemove($"{entity}/$management", out _);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync().ConfigureAwait(false);
        foreach (var timer in _renewals.Values)
            await timer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task PutAsync(string entity, CancellationToken cancellation)
    {
        var audience = endpoint.Audience(entity);
        ServiceToken token;
        try
        {
            token = await endpoint.Tokens.GetAsync(audience, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new QueueException(QueueFailure.Unauthorized, $"No token could be had for '{entity}': {fault.GetType().Name}.", fault);
        }
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_cbs is null || _cbs.IsClosed)
                _cbs = await RequestLink.OpenAsync(connection, "$cbs", cancellation).ConfigureAwait(false);
            var request = new Message(token.Text)
            {
                ApplicationProperties = new ApplicationProperties { ["operation"] = "put-token", ["type"] = token.Type, ["name"] = audience },
            };
            var answer = await _cbs.AskAsync(request, cancellation).ConfigureAwait(false);
            var status = answer.ApplicationProperties?["status-code"] as int? ?? 500;
            if (status is not (200 or 202))
                throw Failures.FromStatus(status, null, entity);
        }
        finally
        {
            _one.Release();
        }
        _ends[entity] = token.ExpiresOn;
        RenewLater(entity, token.ExpiresOn - time.GetUtcNow());
    }

    private void RenewLater(string entity, TimeSpan left)
    {
        var margin = left / 3 < LongestMargin ? left / 3 : LongestMargin;
        Schedule(entity, left - margin);
    }

    private void Schedule(string entity, TimeSpan wait)
    {
        if (_stopped.IsCancellationRequested)
            return;
        var timer = _renewals.GetOrAdd(entity, name => time.CreateTimer(_ => _ = RenewAsync(name), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks)), Timeout.InfiniteTimeSpan);
    }

    private async Task RenewAsync(string entity)
    {
        try
        {
            await PutAsync(entity, _stopped.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
        catch (Exception fault) when (fault is QueueException or AmqpException or ObjectDisposedException)
        {
            if (connection.IsClosed)
                return;
            log.TokenNotRenewed(entity, fault.GetType().Name);
            Schedule(entity, PauseAfterFailure);
        }
    }
}
