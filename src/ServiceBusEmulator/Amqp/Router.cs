using System.Security.Cryptography.X509Certificates;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;
using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Amqp;

/// <summary>Connects each link that a client attaches to what its address names, or refuses it.</summary>
internal sealed class Router(EmulatorOptions options, IReadOnlyDictionary<string, QueueEngine> queues) : IContainer
{
    private const string Management = "/$management";
    private const string DeadLetterQueue = "/$DeadLetterQueue";

    private static readonly Symbol SessionFilter = "com.microsoft:session-filter";
    private static readonly TimeSpan LongestSessionWait = TimeSpan.FromMinutes(1);

    public PendingAttaches Pending { get; } = new();

    public X509Certificate2? ServiceCertificate => options.Certificate;

    public EmulatorFaults Misbehaviour { get; } = new();

    public IDictionary<string, TransportProvider> CustomTransports { get; } = new Dictionary<string, TransportProvider>();

    public Message CreateMessage(ByteBuffer buffer) => new RawMessage(buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray());

    public Link CreateLink(ListenerConnection connection, ListenerSession session, Attach attach) => new ListenerLink(session, attach);

    /// <summary>True when the link is ready to be answered; false when it is answered later; an exception refuses it.</summary>
    public bool AttachLink(ListenerConnection connection, ListenerSession session, Link link, Attach attach)
    {
        var listenerLink = (ListenerLink)link;
        var peer = PeerOf(connection);
        var address = Address(attach);
        if (address == "$cbs")
        {
            AttachNode(listenerLink, attach, peer, peer.Claims.PutTokenAsync);
            return true;
        }
        var isManagement = address.EndsWith(Management, StringComparison.OrdinalIgnoreCase);
        var entity = isManagement ? address[..^Management.Length] : address;
        if (entity.Contains("/$Transfer", StringComparison.OrdinalIgnoreCase))
        {
            throw new AmqpException(
                ErrorCode.NotImplemented,
                $"'{entity}': this emulator forwards nothing, so it has no transfer dead-letter queue."
            );
        }
        var deadLetters = entity.EndsWith(DeadLetterQueue, StringComparison.OrdinalIgnoreCase);
        var name = deadLetters ? entity[..^DeadLetterQueue.Length] : entity;
        Authorize(listenerLink, peer, address);
        if (entity.Contains("/Subscriptions/", StringComparison.OrdinalIgnoreCase))
        {
            throw new AmqpException(
                ErrorCode.NotImplemented,
                $"'{entity}' is a subscription, and this emulator has queues only: topics are not implemented."
            );
        }
        if (!queues.TryGetValue(name, out var queue))
        {
            throw new AmqpException(ErrorCode.NotFound, $"The messaging entity '{entity}' could not be found.");
        }
        if (isManagement)
        {
            AttachNode(listenerLink, attach, peer, new ManagementNode(queue, deadLetters).AnswerAsync);
            return true;
        }
        Misbehaviour.Watch(listenerLink, name);
        return attach.Role
            ? AttachReceiver(listenerLink, attach, queue, deadLetters)
            : AttachSender(listenerLink, attach, queue, deadLetters);
    }

    private static void AttachNode(ListenerLink link, Attach attach, Peer peer, Func<Message, Task<Message>> answer)
    {
        if (attach.Role)
        {
            LibraryInternals.InitializeLinkEndpoint(link, peer.Replies.Add(link, attach), 0);
        }
        else
        {
            LibraryInternals.InitializeLinkEndpoint(link, new RequestLink(peer.Replies, answer), 100);
        }
    }

    private bool AttachSender(ListenerLink link, Attach attach, QueueEngine queue, bool deadLetters)
    {
        if (deadLetters)
        {
            throw new AmqpException(ErrorCode.NotAllowed, "Messages cannot be sent to a dead-letter queue.");
        }
        attach.MaxMessageSize = (ulong)queue.Definition.MaxMessageSize;
        LibraryInternals.InitializeLinkEndpoint(link, new IncomingLink(queue, Misbehaviour), IncomingLink.CreditFor(queue.Definition));
        return true;
    }

    private bool AttachReceiver(ListenerLink link, Attach attach, QueueEngine queue, bool deadLetters)
    {
        var source = (Source)attach.Source;
        if (source.FilterSet?.Keys.FirstOrDefault(filter => !SessionFilter.Equals(filter)) is { } unknown)
        {
            throw new AmqpException(ErrorCode.NotImplemented, $"The filter '{unknown}' is not implemented; sessions have one holder here.");
        }
        var outgoing = new OutgoingLink(link, queue, attach.SndSettleMode == SenderSettleMode.Settled);
        attach.MaxMessageSize = (ulong)queue.Definition.MaxMessageSize;
        LibraryInternals.InitializeLinkEndpoint(link, outgoing, 0);
        if (source.FilterSet is { } filters && filters.TryGetValue(SessionFilter, out var filter) && !deadLetters)
        {
            _ = AttachSessionAsync(
                Pending.Add(link, attach),
                attach,
                queue,
                outgoing,
                (filter is DescribedValue described ? described.Value : filter) as string
            );
            return false;
        }
        if (queue.Definition.RequiresSession && !deadLetters)
        {
            throw new AmqpException(
                ErrorCode.NotAllowed,
                "It is not possible for an entity that requires sessions to create a non-sessionful message receiver."
            );
        }
        queue.Attach(outgoing.Consumer, deadLetters);
        outgoing.Start();
        return true;
    }

    private static async Task AttachSessionAsync(
        PendingAttach pending,
        Attach attach,
        QueueEngine queue,
        OutgoingLink outgoing,
        string? sessionId
    )
    {
        Error? refusal = null;
        try
        {
            var wait = attach.Properties?[(Symbol)"com.microsoft:timeout"] is { } asked
                ? TimeSpan.FromMilliseconds(Convert.ToUInt32(asked, null))
                : LongestSessionWait;
            var session = await queue
                .AcceptSessionAsync(sessionId, wait < LongestSessionWait ? wait : LongestSessionWait, outgoing.Consumer)
                .ConfigureAwait(false);
            ((Source)attach.Source).FilterSet[SessionFilter] = session.Id;
            attach.Properties ??= new Fields();
            // .NET ticks in a long, not a timestamp: the SDKs read it so.
            attach.Properties[(Symbol)"com.microsoft:locked-until-utc"] = session.LockedUntil.UtcTicks;
        }
        catch (QueueFaultException fault)
        {
            refusal = Faults.ToError(fault);
        }
        try
        {
            if (pending.TryComplete(refusal))
            {
                outgoing.Start();
            }
            else
            {
                queue.Detach(outgoing.Consumer);
            }
        }
        catch (AmqpException)
        {
            queue.Detach(outgoing.Consumer);
        }
    }

    private void Authorize(ListenerLink link, Peer peer, string address)
    {
        if (peer.Claims.Until(address) is not { } until)
        {
            throw new AmqpException(
                ErrorCode.UnauthorizedAccess,
                $"Unauthorized access. 'Send' or 'Listen' claim is required on '{address}'."
            );
        }
        ITimer? timer = null;
        timer = options.Time.CreateTimer(_ => CheckClaim(), null, Wait(until), Timeout.InfiniteTimeSpan);
        link.AddClosedCallback((_, _) => timer.Dispose());

        void CheckClaim()
        {
            if (peer.Claims.Until(address) is { } later)
            {
                timer?.Change(Wait(later), Timeout.InfiniteTimeSpan);
            }
            else if (!link.IsClosed)
            {
                link.Close(TimeSpan.Zero, new Error(ErrorCode.UnauthorizedAccess) { Description = "The token has ended." });
            }
        }
    }

    private TimeSpan Wait(DateTimeOffset until) =>
        TimeSpan.FromTicks(Math.Clamp((until - options.Time.GetUtcNow()).Ticks, 0, TimeSpan.FromDays(40).Ticks))
        + TimeSpan.FromMilliseconds(1);

    private static string Address(Attach attach)
    {
        var address = attach.Role ? (attach.Source as Source)?.Address : (attach.Target as Target)?.Address;
        if (address is null)
        {
            throw new AmqpException(
                ErrorCode.NotImplemented,
                "A link without an address is not supported: no transactions, no dynamic nodes."
            );
        }
        return (
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0
                ? Uri.UnescapeDataString(uri.AbsolutePath)
                : address
        ).Trim('/');
    }

    private Peer PeerOf(ListenerConnection connection)
    {
        // Attaches of one connection come one at a time, so nothing else writes here.
        if (connection.Properties.TryGetValue(nameof(Peer), out var known))
        {
            return (Peer)known;
        }
        var peer = new Peer(new Claims(options), new Replies());
        connection.Properties[nameof(Peer)] = peer;
        return peer;
    }

    private sealed record Peer(Claims Claims, Replies Replies);
}
