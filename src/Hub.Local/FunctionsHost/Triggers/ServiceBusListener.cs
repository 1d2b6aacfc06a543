using Azure.Messaging.ServiceBus;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Hosting;
using Hub.Local.FunctionsHost.Messages;
using Hub.Local.FunctionsHost.Worker;

namespace Hub.Local.FunctionsHost.Triggers;

/// <summary>
/// Dispatches the messages of one queue with the SDK's processors: one at a time per session in up to maxConcurrentSessions sessions, or up
/// to maxConcurrentCalls at once on a queue without sessions. A success completes the message, anything else abandons it.
/// </summary>
internal sealed class ServiceBusListener : IAsyncDisposable
{
    private readonly string _function;
    private readonly ServiceBusTrigger _trigger;
    private readonly WorkerInvoker _invoker;
    private readonly FunctionsHostOptions _options;
    private readonly ILogger _logger;
    private readonly ServiceBusClient _client;
    private readonly ServiceBusProcessor? _processor;
    private readonly ServiceBusSessionProcessor? _sessions;
    private readonly CancellationTokenSource _invoking = new();
    private readonly CancellationTokenSource _draining = new();

    public ServiceBusListener(
        string function,
        ServiceBusTrigger trigger,
        WorkerInvoker invoker,
        ServiceBusSettings settings,
        FunctionsHostOptions options
    )
    {
        _function = function;
        _trigger = trigger;
        _invoker = invoker;
        _options = options;
        _logger = options.LoggerFactory.CreateLogger("Host.Triggers.ServiceBus");
        _client = new ServiceBusClient(trigger.ConnectionString);
        if (trigger.Sessions)
        {
            _sessions = _client.CreateSessionProcessor(
                trigger.Queue,
                new ServiceBusSessionProcessorOptions
                {
                    AutoCompleteMessages = false,
                    MaxConcurrentSessions = settings.MaxConcurrentSessions,
                    MaxAutoLockRenewalDuration = settings.MaxAutoLockRenewalDuration,
                    SessionIdleTimeout = options.SessionIdleTimeout ?? settings.SessionIdleTimeout,
                }
            );
            _sessions.ProcessMessageAsync += message =>
                DispatchAsync(
                    message.Message,
                    message.SessionLockedUntil,
                    message.CompleteMessageAsync,
                    token => message.AbandonMessageAsync(message.Message, null, token)
                );
            _sessions.ProcessErrorAsync += ReportAsync;
        }
        else
        {
            _processor = _client.CreateProcessor(
                trigger.Queue,
                new ServiceBusProcessorOptions
                {
                    AutoCompleteMessages = false,
                    MaxConcurrentCalls = settings.MaxConcurrentCalls,
                    MaxAutoLockRenewalDuration = settings.MaxAutoLockRenewalDuration,
                }
            );
            _processor.ProcessMessageAsync += message =>
                DispatchAsync(
                    message.Message,
                    null,
                    message.CompleteMessageAsync,
                    token => message.AbandonMessageAsync(message.Message, null, token)
                );
            _processor.ProcessErrorAsync += ReportAsync;
        }
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        await (_sessions?.StartProcessingAsync(cancellation) ?? Task.CompletedTask).ConfigureAwait(false);
        await (_processor?.StartProcessingAsync(cancellation) ?? Task.CompletedTask).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes no new messages; completes when those that run have been settled, and what was received but not tried was given back
    /// uncounted.
    /// </summary>
    public async Task DrainAsync()
    {
        await _draining.CancelAsync().ConfigureAwait(false);
        await (_sessions?.CloseAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        await (_processor?.CloseAsync() ?? Task.CompletedTask).ConfigureAwait(false);
    }

    /// <summary>Gives up what still runs; those messages are abandoned.</summary>
    public async ValueTask DisposeAsync()
    {
        await _invoking.CancelAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        await _client.DisposeAsync().ConfigureAwait(false);
        _draining.Dispose();
        _invoking.Dispose();
    }

    private async Task DispatchAsync(
        ServiceBusReceivedMessage message,
        DateTimeOffset? sessionLockedUntil,
        Func<ServiceBusReceivedMessage, CancellationToken, Task> complete,
        Func<CancellationToken, Task> abandon
    )
    {
        _options.OnMessage?.Invoke(message);
        bool succeeded;
        try
        {
            var result = InvocationResult.Untried;
            if (!_draining.IsCancellationRequested)
            {
                var invocation = ServiceBusInvocation.Build(_function, _trigger, message, sessionLockedUntil);
                result = await _invoker.InvokeAsync(invocation, null, _draining.Token, _invoking.Token).ConfigureAwait(false);
            }

            if (!result.WasTried)
            {
                // Not settled it goes back with its session when this stops listening, and the delivery does not count.
                await Task.Delay(Timeout.Infinite, _draining.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }

            succeeded = result.Succeeded;
        }
        catch (OperationCanceledException)
        {
            succeeded = false;
        }

        await SettleAsync(message, () => succeeded ? complete(message, CancellationToken.None) : abandon(CancellationToken.None))
            .ConfigureAwait(false);
    }

    private async Task SettleAsync(ServiceBusReceivedMessage message, Func<Task> settle)
    {
        try
        {
            await settle().ConfigureAwait(false);
        }
        catch (ServiceBusException error)
            when (error.Reason is ServiceBusFailureReason.MessageLockLost or ServiceBusFailureReason.SessionLockLost)
        {
            _logger.LockLost(_function, _trigger.Queue, message.SequenceNumber);
        }
        catch (ObjectDisposedException)
        {
            // How the SDK tells of a session whose link has ended.
            _logger.LockLost(_function, _trigger.Queue, message.SequenceNumber);
        }
        catch (ServiceBusException error)
        {
            _logger.SettlingFailed(_function, _trigger.Queue, message.SequenceNumber, error.Reason.ToString());
        }
    }

    // The text of the exception is the broker's, and may hold values. When no session has work the SDK says so as a timeout, which is no
    // failure.
    private Task ReportAsync(ProcessErrorEventArgs error)
    {
        var reason = (error.Exception as ServiceBusException)?.Reason.ToString() ?? error.Exception.GetType().Name;
        if (!_draining.IsCancellationRequested)
        {
            _logger.QueueFailed(_function, _trigger.Queue, reason, error.ErrorSource.ToString());
        }
        return Task.CompletedTask;
    }
}
