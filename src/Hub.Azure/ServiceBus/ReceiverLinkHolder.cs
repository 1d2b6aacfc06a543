using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Amqp;
using Amqp.Framing;
using Amqp.Types;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>One receiving link in a session of its own: takes messages as credit allows, and knows which are not settled yet.</summary>
internal sealed class ReceiverLinkHolder
{
    private static readonly Symbol SessionFilter = "com.microsoft:session-filter";
    private static readonly TimeSpan DrainPoll = TimeSpan.FromMilliseconds(2);

    private readonly BrokerConnection connection;
    private readonly string entity;
    private readonly Session session;
    private readonly TimeProvider time;
    private readonly Channel<Message> arrived = Channel.CreateUnbounded<Message>();
    private readonly Dictionary<Guid, Message> unsettled = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReceiverLink link = null!;
    private int creditOut;

    private ReceiverLinkHolder(BrokerConnection connection, string entity, Session session, TimeProvider time)
        => (this.connection, this.entity, this.session, this.time) = (connection, entity, session, time);

    public BrokerConnection Connection => connection;

    public string LinkName => link.Name;

    public bool IsClosed => link.IsClosed || session.IsClosed || connection.IsLost;

    /// <summary>Why the link ended.</summary>
    public Error? Error => link.Error ?? session.Error;

    public string? SessionId { get; private set; }

    public DateTimeOffset? SessionLockedUntil { get; set; }

    public static Task<ReceiverLinkHolder> OpenAsync(BrokerConnection connection, string entity, TimeProvider time, CancellationToken cancellation)
        => OpenAsync(connection, entity, new Source { Address = entity }, new Fields(), time, cancellation);

    /// <summary>
    /// Locks a session, or the next one where <paramref name="sessionId"/> is null; null when none came free in time. It ends by itself soon after
    /// <paramref name="maxWait"/>, and isn't cancelled before.
    /// </summary>
    public static async Task<ReceiverLinkHolder?> AcceptSessionAsync(BrokerConnection connection, string queue, string? sessionId, TimeSpan maxWait, TimeProvider time)
    {
        var source = new Source { Address = queue, FilterSet = new Map { [SessionFilter] = sessionId } };
        var properties = new Fields { [(Symbol)"com.microsoft:timeout"] = (uint)Math.Clamp(maxWait.TotalMilliseconds, 0, uint.MaxValue) };
        try
        {
            return await OpenAsync(connection, queue, source, properties, time, connection.Lost).ConfigureAwait(false);
        }
        catch (AmqpException fault) when (fault.Error?.Condition == Failures.SessionTimeout)
        {
            return null;
        }
    }

    /// <summary>The next message; null when none came in time, and then none will come until asked again.</summary>
    public async Task<ReceivedMessage?> ReceiveAsync(TimeSpan maxWait, int credit, CancellationToken cancellation)
    {
        if (arrived.Reader.TryRead(out var waiting))
            return Take(waiting);
        TopUp(credit);
        using var limit = new CancellationTokenSource(maxWait, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation, connection.Lost);
        try
        {
            return Take(await arrived.Reader.ReadAsync(any.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!connection.Lost.IsCancellationRequested)
        {
            // Credit must not stay out when nobody waits: a message would come and its lock time would run unseen.
            await DrainAsync().ConfigureAwait(false);
            if (arrived.Reader.TryRead(out var late))
                return Take(late);
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
        catch (ChannelClosedException)
        {
            throw Failures.FromError(Error, entity);
        }
    }

    /// <summary>Settles a message on this link, and waits for the answer. False when the message is not of this link.</summary>
    public async Task<bool> TrySettleAsync(Guid token, Outcome outcome, CancellationToken cancellation)
    {
        Message? message;
        lock (unsettled)
        {
            if (IsClosed || !unsettled.Remove(token, out message))
                return false;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var settling = connection.Settlements.SettleAsync(session, message, outcome, stop.Token);
        // A link that ends meanwhile never brings the answer.
        if (await Task.WhenAny(settling, ended.Task).ConfigureAwait(false) != settling)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)settling).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!settling.IsCompletedSuccessfully)
                return false;
        }
        var answer = await settling.ConfigureAwait(false);
        return answer is Rejected rejected ? throw Failures.FromError(rejected.Error, entity) : true;
    }

    /// <summary>Gives back what is unsettled and closes.</summary>
    public async Task CloseAsync()
    {
        if (!IsClosed)
        {
            await DrainAsync().ConfigureAwait(false);
            GiveBack();
            await Links.CloseAsync(link).ConfigureAwait(false);
        }
        await Links.CloseAsync(session).ConfigureAwait(false);
    }

    private static async Task<ReceiverLinkHolder> OpenAsync(
        BrokerConnection connection, string entity, Source source, Fields properties, TimeProvider time, CancellationToken cancellation)
    {
        await connection.AuthorizeAsync(entity, cancellation).ConfigureAwait(false);
        var holder = new ReceiverLinkHolder(connection, entity, connection.NewSession(), time);
        try
        {
            var name = $"receive-{Guid.NewGuid():N}";
            properties[(Symbol)"com.microsoft:receiver-name"] = name;
            var attach = new Attach
            {
                Source = source,
                Target = new Target { Address = name },
                SndSettleMode = SenderSettleMode.Unsettled,
                RcvSettleMode = ReceiverSettleMode.Second,
                Properties = properties,
            };
            (holder.link, var answer) = await Links.OpenAsync(attached => new ReceiverLink(holder.session, name, attach, attached), cancellation).ConfigureAwait(false);
            holder.OnOpened(answer);
            return holder;
        }
        catch
        {
            await Links.CloseAsync(holder.session).ConfigureAwait(false);
            throw;
        }
    }

    private void OnOpened(Attach answer)
    {
        if ((answer.Source as Source)?.FilterSet?[SessionFilter] is string sessionId)
        {
            SessionId = sessionId;
            SessionLockedUntil = answer.Properties?[(Symbol)"com.microsoft:locked-until-utc"] is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        }
        link.AddClosedCallback((_, _) =>
        {
            arrived.Writer.TryComplete();
            ended.TrySetResult();
        });
        link.Start(0, (_, message) =>
        {
            Interlocked.Decrement(ref creditOut);
            arrived.Writer.TryWrite(message);
        });
    }

    private void TopUp(int credit)
    {
        var missing = credit - Volatile.Read(ref creditOut);
        if (missing <= 0)
            return;
        Interlocked.Add(ref creditOut, missing);
        // In this mode the library adds.
        link.SetCredit(missing, CreditMode.Manual);
    }

    private async Task DrainAsync()
    {
        var left = Volatile.Read(ref creditOut);
        if (left <= 0 || IsClosed)
            return;
        link.SetCredit(left, CreditMode.Drain);
        // The library tells nobody that a drain was answered; its credit shows it.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        while (CreditOf(link) > 0 && !IsClosed && !limit.IsCancellationRequested)
            await Task.Delay(DrainPoll, CancellationToken.None).ConfigureAwait(false);
        if (CreditOf(link) > 0)
            await Links.CloseAsync(link).ConfigureAwait(false);
        Interlocked.Exchange(ref creditOut, 0);
    }

    private ReceivedMessage Take(Message message)
    {
        var token = new Guid(message.DeliveryTag);
        lock (unsettled)
        {
            unsettled[token] = message;
        }
        return MessageMapper.FromAmqp(message, token, SessionLockedUntil);
    }

    private void GiveBack()
    {
        List<Message> left;
        lock (unsettled)
        {
            left = [.. unsettled.Values];
            unsettled.Clear();
        }
        while (arrived.Reader.TryRead(out var unseen))
            left.Add(unseen);
        try
        {
            foreach (var message in left)
                link.Release(message);
        }
        catch (AmqpException)
        {
            // The link ended meanwhile: the locks run out.
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "credit")]
    private static extern ref int CreditField(ReceiverLink link);

    private static int CreditOf(ReceiverLink link) => Volatile.Read(ref CreditField(link));
}
