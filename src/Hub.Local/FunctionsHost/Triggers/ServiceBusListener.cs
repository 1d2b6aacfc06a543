using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Envelopes;
using Hub.Local.FunctionsHost.Handler;
using Hub.Queues;

namespace Hub.Local.FunctionsHost.Triggers;

/// <summary>
/// Dispatches the messages of one queue: one at a time per session in up to maxConcurrentSessions sessions, or up to maxConcurrentCalls
/// at once on a queue without sessions. A success completes the message, anything else abandons it.
/// </summary>
internal sealed class ServiceBusListener : IAsyncDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    private readonly string _function;
    private readonly ServiceBusTrigger _trigger;
    private readonly IQueueClient _queues;
    private readonly HandlerInvoker _invoker;
    private readonly ServiceBusSettings _settings;
    private readonly FunctionsHostOptions _options;
    private readonly ILogger _logger;
    private readonly Guid _clientId = Guid.NewGuid();
    private readonly CancellationTokenSource _listening = new();
    private readonly CancellationTokenSource _invoking = new();
    private readonly Task[] _loops;

    public ServiceBusListener(
        string function, ServiceBusTrigger trigger, HandlerInvoker invoker, ServiceBusSettings settings, FunctionsHostOptions options)
    {
        _function = function;
        _trigger = trigger;
        _invoker = invoker;
        _settings = settings;
        _options = options;
        _queues = options.ServiceBus ?? throw new FunctionsHostException($"{function}: a serviceBusTrigger needs queues to listen to.");
        _logger = options.LoggerFactory.CreateLogger("Host.Triggers.ServiceBus");
        _loops = trigger.Sessions
            ? [.. Enumerable.Range(0, settings.MaxConcurrentSessions).Select(_ => Task.Run(() => RepeatAsync(RunSessionAsync)))]
            : [Task.Run(() => RepeatAsync(RunReceiverAsync))];
    }

    /// <summary>Takes no new messages; completes when those that run have been settled.</summary>
    public async Task DrainAsync()
    {
        await _listening.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_loops).ConfigureAwait(false);
    }

    /// <summary>Gives up what still runs; those messages are abandoned.</summary>
    public async ValueTask DisposeAsync()
    {
        await _invoking.CancelAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        _listening.Dispose();
        _invoking.Dispose();
    }

    /// <summary>Repeats until the host drains; waits longer after each failure of the broker.</summary>
    private async Task RepeatAsync(Func<Task> round)
    {
        var delay = FirstDelay;
        while (!_listening.IsCancellationRequested)
        {
            try
            {
                await round().ConfigureAwait(false);
                delay = FirstDelay;
            }
            catch (OperationCanceledException) when (_listening.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                _logger.QueueFailed(_function, _trigger.Queue, error is QueueException or FunctionsHostException ? error.Message : error.GetType().Name, delay);
                await Task.Delay(delay, _options.TimeProvider, _listening.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            }
        }
    }

    /// <summary>Holds one session until it was empty for the idle time, or its lock is lost.</summary>
    private async Task RunSessionAsync()
    {
        var session = await _queues.AcceptNextSessionAsync(_trigger.Queue, MaxWait, _listening.Token).ConfigureAwait(false);
        if (session is null)
            return;
        await using var receiver = session.ConfigureAwait(false);
        var renewal = new LockRenewal(
            session.RenewSessionLockAsync,
            session.SessionLockedUntil,
            _settings.MaxAutoLockRenewalDuration,
            _options.TimeProvider,
            OnRenewalFailed);
        await using var renewing = renewal.ConfigureAwait(false);
        var idle = _options.SessionIdleTimeout ?? _settings.SessionIdleTimeout;
        // A receiver that has a message already gives it whatever its token says: once stopping it is not tried, and closing gives it back uncounted.
        while (await session.ReceiveAsync(idle, _listening.Token).ConfigureAwait(false) is { } message && !_listening.IsCancellationRequested)
        {
            renewal.NextMessage();
            if (!await DispatchAsync(session, message).ConfigureAwait(false))
                return;
        }
    }

    private async Task RunReceiverAsync()
    {
        var receiver = await _queues.OpenReceiverAsync(_trigger.Queue, deadLetters: false, _listening.Token).ConfigureAwait(false);
        await using var closing = receiver.ConfigureAwait(false);
        var running = new List<Task>();
        try
        {
            while (!_listening.IsCancellationRequested)
            {
                foreach (var ended in running.FindAll(task => task.IsCompleted))
                {
                    running.Remove(ended);
                    await ended.ConfigureAwait(false);
                }

                if (running.Count == _settings.MaxConcurrentCalls)
                    await Task.WhenAny(running).WaitAsync(_listening.Token).ConfigureAwait(false);
                else if (await receiver.ReceiveAsync(MaxWait, _listening.Token).ConfigureAwait(false) is { } message && !_listening.IsCancellationRequested)
                    running.Add(DispatchUnderRenewalAsync(receiver, message));
            }
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }

    private async Task DispatchUnderRenewalAsync(IQueueReceiver receiver, ReceivedMessage message)
    {
        try
        {
            var renewal = new LockRenewal(
                token => receiver.RenewLockAsync(message, token),
                message.LockedUntil,
                _settings.MaxAutoLockRenewalDuration,
                _options.TimeProvider,
                OnRenewalFailed);
            await using var renewing = renewal.ConfigureAwait(false);
            await DispatchAsync(receiver, message).ConfigureAwait(false);
        }
        catch (QueueException error)
        {
            _logger.SettlingFailed(_function, _trigger.Queue, message.SequenceNumber, error.Message);
        }
    }

    /// <summary>
    /// Invokes and settles one message; false when its lock, and so that of its session, was lost. Without a handler to try it on it is not settled:
    /// closing the receiver gives it back, and no delivery is counted.
    /// </summary>
    /// <exception cref="FunctionsHostException">It was not tried.</exception>
    private async Task<bool> DispatchAsync(IReceiver receiver, ReceivedMessage message)
    {
        bool succeeded;
        try
        {
            var result = await _invoker.InvokeAsync(
                _function,
                () => ServiceBusEnvelope.Build(_trigger, message, (receiver as ISessionReceiver)?.SessionLockedUntil, _clientId),
                message.Message.Properties.GetValueOrDefault("Diagnostic-Id") as string,
                _invoking.Token).ConfigureAwait(false);
            if (!result.Tried)
                throw new FunctionsHostException(result.Failure!);
            succeeded = result.Succeeded;
        }
        catch (OperationCanceledException)
        {
            succeeded = false;
        }

        try
        {
            if (succeeded)
                await receiver.CompleteAsync(message, CancellationToken.None).ConfigureAwait(false);
            else
                await receiver.AbandonAsync(message, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (QueueException error) when (error.Failure == QueueFailure.LockLost)
        {
            _logger.LockLost(_function, _trigger.Queue, message.SequenceNumber);
            return false;
        }
    }

    private void OnRenewalFailed(QueueException error) => _logger.RenewalFailed(_function, _trigger.Queue, error.Message);
}
