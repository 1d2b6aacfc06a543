using Hub.Functions.Telemetry;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Verwerking;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Triggers;

/// <summary>Processes one message of queue <c>verwerking</c>; the host keeps the order within a session.</summary>
/// <param name="verwerking">Does the work.</param>
/// <param name="retrying">Waits out a short outage under the lock.</param>
/// <param name="meter">Counts what failed.</param>
/// <param name="logger">Hears what failed.</param>
public sealed partial class VerwerkBericht(BerichtVerwerking verwerking, Retrying retrying, HubMeter meter, ILogger<VerwerkBericht> logger)
{
    /// <summary>Returning completes the message, throwing abandons it.</summary>
    /// <param name="message">
    /// The body as it was sent: a <c>byte[]</c>, so that the host does not read it as JSON and lets it overwrite the metadata of the
    /// message.
    /// </param>
    /// <param name="context">The invocation. Of its metadata only trace, id and delivery count are read, and only to be traced: a sender
    /// writes them.</param>
    /// <exception cref="FunctionFailedException">The message must come again. What went wrong is in the log, without a word of the
    /// bericht.</exception>
    [Function(nameof(VerwerkBericht))]
    public Task RunAsync(
        [ServiceBusTrigger(WorkQueue.Name, Connection = "ServiceBus", IsSessionsEnabled = true)] byte[] message,
        FunctionContext context
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        return ProcessAsync(message, context.BindingContext.BindingData, context.TraceContext.TraceParent, context.CancellationToken);
    }

    internal async Task ProcessAsync(
        byte[] message,
        IReadOnlyDictionary<string, object?> metadata,
        string? caller,
        CancellationToken cancellation
    )
    {
        using var span = WorkSpan.Start(WorkQueue.Name, metadata, QueueTrace.ContextOf(caller));
        try
        {
            var command =
                WorkItem.Read(message) ?? throw new InvalidDataException("The message is not a work item of a version that is known.");
            await retrying.DoAsync(() => verwerking.ProcessAsync(command, cancellation), cancellation);
        }
        catch (Exception fault)
        {
            meter.Failed(nameof(VerwerkBericht), span, fault);
            LogFailed(nameof(VerwerkBericht), FaultText.Of(fault));
            throw new FunctionFailedException(nameof(VerwerkBericht));
        }
    }

    [LoggerMessage(4001, LogLevel.Error, "{Functie} is mislukt en wordt opnieuw geprobeerd: {Fout}")]
    private partial void LogFailed(string functie, string fout);
}
