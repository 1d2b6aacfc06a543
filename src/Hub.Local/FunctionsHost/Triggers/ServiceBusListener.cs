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

    private readonly string function;
    private readonly ServiceBusTrigger trigger;
    private readonly IQueueClient queues;
    private readonly HandlerInvoker invoker;
    private readonly ServiceBusSettings settings;
    private readonly FunctionsHostOptions options;
    private readonly ILogger logger;
    private readonly Guid clientId = Guid.NewGuid();
    private readonly CancellationTokenSource listening = new();
    private readonly CancellationTokenSource invoking = new();
    private readonly Task[] loops;

    public ServiceBusListener(
        string function, ServiceBusTrigger trigger, HandlerInvoker invoker, ServiceBusSettings settings, FunctionsHostOptions options)
    {
        this.function = function;
        this.trigger = trigger;
        this.invoker = invoker;
        this.settings = settings;
        this.options = options;
        queues = options.ServiceBus ?? throw new FunctionsHostException($"{function}: a serviceBusTrigger needs queues to listen to.");
        logger = options.LoggerFactory.CreateLogger("Host.Triggers.ServiceBus");
        loops = trigger.Sessions
            ? [.. Enumerable.Range(0, settings.MaxConcurrentSessions).Select(_ => Task.Run(() => RepeatAsync(RunSessionAsync)))]
            : [Task.Run(() => RepeatAsync(RunReceiverAsync))];
    }

    /// <summary>Takes no new messages; completes when those that run have been settled.</summary>
    public async Task DrainAsync()
    {
        await listening.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(loops).ConfigureAwait(false);
    }

    /// <summary>Gives up what still runs; those messages are abandoned.</summary>
    public async ValueTask DisposeAsync()
    {
        await invoking.CancelAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        listening.Dispose();
        invoking.Dispose();
    }

    /// <summary>Repeats until the host drains; waits longer after each failure of the broker.</summary>
    private async Task RepeatAsync(Func<Task> round)
    {
        var delay = FirstDelay;
        while (!listening.IsCancellationRequested)
        {
            try
            {
                await round().ConfigureAwait(false);
                delay = FirstDelay;
            }
            catch (OperationCanceledException) when (listening.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                logger.QueueFailed(function, trigger.Queue, error is QueueException ? error.Message : error.GetType().Name, delay);
                await Task.Delay(delay, options.TimeProvider, listening.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            }
        }
    }

    /// <summary>Holds one session until it was empty for the idle time, or its lock is lost.</summary>
    private async Task RunSessionAsync()
    {
        var session = await queues.AcceptNextSessionAsync(trigger.Queue, MaxWait, listening.Token).ConfigureAwait(false);
        if (session is null)
            return;
        await using var receiver = session.ConfigureAwait(false);
        var renewal = new LockRenewal(
            session.RenewSessionLockAsync,
            session.SessionLockedUntil,
            settings.MaxAutoLockRenewalDuration,
            options.TimeProvider,
            OnRenewalFailed);
        await using var renewing = renewal.ConfigureAwait(false);
        var idle = options.SessionIdleTimeout ?? settings.SessionIdleTimeout;
        while (await session.ReceiveAsync(idle, listening.Token).ConfigureAwait(false) is { } message)
        {
            renewal.NextMessage();
            if (!await DispatchAsync(session, message).ConfigureAwait(false))
                return;
        }
    }

    private async Task RunReceiverAsync()
    {
        var receiver = await queues.OpenReceiverAsync(trigger.Queue, deadLetters: false, listening.Token).ConfigureAwait(false);
        await using var closing = receiver.ConfigureAwait(false);
        var running = new List<Task>();
        try
        {
            while (true)
            {
                running.RemoveAll(task => task.IsCompleted);
                if (running.Count == settings.MaxConcurrentCalls)
                    await Task.WhenAny(running).WaitAsync(listening.Token).ConfigureAwait(false);
                else if (await receiver.ReceiveAsync(MaxWait, listening.Token).ConfigureAwait(false) is { } message)
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
                settings.MaxAutoLockRenewalDuration,
                options.TimeProvider,
                OnRenewalFailed);
            await using var renewing = renewal.ConfigureAwait(false);
            await DispatchAsync(receiver, message).ConfigureAwait(false);
        }
        catch (QueueException error)
        {
            logger.SettlingFailed(function, trigger.Queue, message.SequenceNumber, error.Message);
        }
    }

    /// <summary>Invokes and settles one message; false when its lock, and so that of its session, was lost.</summary>
    private async Task<bool> DispatchAsync(IReceiver receiver, ReceivedMessage message)
    {
        bool succeeded;
        try
        {
            var result = await invoker.InvokeAsync(
                function,
                () => ServiceBusEnvelope.Build(trigger, message, (receiver as ISessionReceiver)?.SessionLockedUntil, clientId),
                message.Message.Properties.GetValueOrDefault("Diagnostic-Id") as string,
                invoking.Token).ConfigureAwait(false);
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
            logger.LockLost(function, trigger.Queue, message.SequenceNumber);
            return false;
        }
    }

    private void OnRenewalFailed(QueueException error) => logger.RenewalFailed(function, trigger.Queue, error.Message);
}
