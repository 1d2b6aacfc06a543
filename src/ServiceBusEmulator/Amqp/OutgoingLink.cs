using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;
using ServiceBusEmulator.Engine;

namespace ServiceBusEmulator.Amqp;

/// <summary>A link on which a client receives from a queue, its dead-letter queue or one session, and settles what it got.</summary>
internal sealed class OutgoingLink : LinkEndpoint
{
    private readonly ListenerLink _link;
    private readonly QueueEngine _queue;
    private readonly LinkCredit _credit;
    private readonly WriteBacklog? _backlog;
    private readonly Action _resume;
    private volatile bool _ready;
    private volatile bool _closed;

    /// <param name="link">The link to send on.</param>
    /// <param name="queue">Where messages come from.</param>
    /// <param name="deletesOnReceive">Whether messages are settled as they are sent.</param>
    public OutgoingLink(ListenerLink link, QueueEngine queue, bool deletesOnReceive)
    {
        _link = link;
        _queue = queue;
        _credit = new LinkCredit(link);
        _backlog = WriteBacklog.Of(link.Session.Connection);
        _resume = () => queue.Flow(Consumer!);
        Consumer = new LinkConsumer(this, deletesOnReceive);
        // Told before the library reports every unsettled delivery as released, which would end locks that should run out.
        link.AddClosedCallback((_, _) => _closed = true);
    }

    public Consumer Consumer { get; }

    /// <summary>The attach has been answered: messages may go out.</summary>
    public void Start()
    {
        _ready = true;
        _queue.Flow(Consumer);
    }

    public override void OnFlow(FlowContext flowContext)
    {
        _credit.OnFlow(flowContext.Messages);
        _queue.Flow(Consumer);
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        if (!_closed && dispositionContext.Message is LockedMessage message && dispositionContext.DeliveryState is Outcome outcome)
        {
            _ = SettleAsync(message, outcome);
        }
    }

    public override void OnLinkClosed(ListenerLink link, Error error) => _queue.Detach(Consumer);

    private async Task SettleAsync(LockedMessage message, Outcome outcome)
    {
        DeliveryState answer;
        try
        {
            await _queue.SettleAsync(message.Token, await ReadAsync(message.Token, outcome).ConfigureAwait(false)).ConfigureAwait(false);
            // Always accepted, also for a dead letter: the SDKs read any error in the answer as a failure.
            answer = new Accepted();
        }
        catch (Exception fault) when (fault is QueueFaultException or AmqpException)
        {
            answer = new Rejected { Error = Faults.ToError(fault) };
        }
        if (!_closed)
        {
            _link.DisposeMessage(message, answer, true);
        }
    }

    private async Task<Settlement> ReadAsync(Guid token, Outcome outcome)
    {
        switch (outcome)
        {
            case Accepted:
                return new Complete();
            case Released:
                return new Release();
            case Modified { UndeliverableHere: true } modified:
                return new Defer(await ChangeAsync(token, modified.MessageAnnotations).ConfigureAwait(false));
            case Modified modified:
                return new Abandon(await ChangeAsync(token, modified.MessageAnnotations).ConfigureAwait(false));
            case Rejected rejected:
                var info = rejected.Error?.Info;
                var (reason, description) = (
                    info?[(Symbol)"DeadLetterReason"] as string,
                    info?[(Symbol)"DeadLetterErrorDescription"] as string
                );
                info?.Remove((Symbol)"DeadLetterReason");
                info?.Remove((Symbol)"DeadLetterErrorDescription");
                return new DeadLetter(reason, description, await ChangeAsync(token, info).ConfigureAwait(false));
            default:
                throw new AmqpException(ErrorCode.NotImplemented, "This outcome is not known.");
        }
    }

    private async Task<byte[]?> ChangeAsync(Guid token, Map? changes)
    {
        if (changes is null || changes.Count == 0)
        {
            return null;
        }
        var content = await _queue.GetContentAsync(token).ConfigureAwait(false);
        return content is null
            ? null
            : MessageCodec.WithProperties(
                content,
                changes.Select(change => KeyValuePair.Create(change.Key.ToString()!, (object?)change.Value))
            );
    }

    private sealed class LinkConsumer(OutgoingLink owner, bool deletesOnReceive) : Consumer
    {
        public override bool DeletesOnReceive => deletesOnReceive;

        public override int Credit =>
            owner._ready && !owner._closed && owner._backlog?.HasRoom(owner._resume) != false ? owner._credit.Available : 0;

        public override void Deliver(StoredMessage message)
        {
            var token = message.Lock?.Token ?? Guid.NewGuid();
            try
            {
                var bytes = MessageCodec.Write(message);
                // Counted before, since it may be written before this returns.
                owner._backlog?.Add(bytes.Length);
                owner._link.SendMessage(new LockedMessage(token), bytes);
            }
            catch (AmqpException)
            {
                // The link ended a moment ago: nobody saw the message.
                owner._closed = true;
                _ = owner._queue.SettleAsync(token, new Release());
            }
        }

        // A drain ends when the credit is used up, be it by messages of which more are waiting.
        public override void OnPumped(bool isDry)
        {
            if (owner._ready && !owner._closed && (isDry || owner._credit.Available == 0))
            {
                owner._credit.CompleteDrain();
            }
        }

        public override void OnSessionLost() =>
            owner._link.Close(
                TimeSpan.Zero,
                new Error(Faults.SessionLockLost) { Description = "The session lock has expired. Accept the session again." }
            );
    }
}
