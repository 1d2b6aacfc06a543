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

    private readonly BrokerConnection _connection;
    private readonly string _entity;
    private readonly Session _session;
    private readonly TimeProvider _time;
    private readonly Channel<Message> _arrived = Channel.CreateUnbounded<Message>();
    private readonly Dictionary<Guid, Message> _unsettled = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReceiverLink _link = null!;
    private int _creditOut;

    private ReceiverLinkHolder(BrokerConnection connection, string entity, Session session, TimeProvider time)
        => (_connection, _entity, _session, _time) = (connection, entity, session, time);

    public BrokerConnection Connection => _connection;

    public string LinkName => _link.Name;

    public bool IsClosed => _link.IsClosed || _session.IsClosed || _connection.IsLost;

    /// <summary>Why the link ended.</summary>
    public Error? Error => _link.Error ?? _session.Error;

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
        if (_arrived.Reader.TryRead(out var waiting))
            return Take(waiting);
        TopUp(credit);
        using var limit = new CancellationTokenSource(maxWait, _time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation, _connection.Lost);
        try
        {
            return Take(await _arrived.Reader.ReadAsync(any.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!_connection.Lost.IsCancellationRequested)
        {
            // Credit must not stay out when nobody waits: a message would come and its lock time would run unseen.
            await DrainAsync().ConfigureAwait(false);
            if (_arrived.Reader.TryRead(out var late))
                return Take(late);
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
        catch (ChannelClosedException)
        {
            throw Failures.FromError(Error, _entity);
        }
    }

    /// <summary>Settles a message on this link, and waits for the answer. False when the message is not of this link.</summary>
    public async Task<bool> TrySettleAsync(Guid token, Outcome outcome, CancellationToken cancellation)
    {
        Message? message;
        lock (_unsettled)
        {
            if (IsClosed || !_unsettled.Remove(token, out message))
                return false;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var settling = _connection.Settlements.SettleAsync(_session, message, outcome, stop.Token);
        // A link that ends meanwhile never brings the answer.
        if (await Task.WhenAny(settling, _ended.Task).ConfigureAwait(false) != settling)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)settling).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!settling.IsCompletedSuccessfully)
                return false;
        }
        var answer = await settling.ConfigureAwait(false);
        return answer is Rejected rejected ? throw Failures.FromError(rejected.Error, _entity) : true;
    }

    /// <summary>Gives back what is unsettled and closes.</summary>
    public async Task CloseAsync()
    {
        if (!IsClosed)
        {
            await DrainAsync().ConfigureAwait(false);
            GiveBack();
            await Links.CloseAsync(_link).ConfigureAwait(false);
        }
        await Links.CloseAsync(_session).ConfigureAwait(false);
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
            (holder._link, var answer) = await Links.OpenAsync(attached => new ReceiverLink(holder._session, name, attach, attached), cancellation).ConfigureAwait(false);
            holder.OnOpened(answer);
            return holder;
        }
        catch
        {
            await Links.CloseAsync(holder._session).ConfigureAwait(false);
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
        _link.AddClosedCallback((_, _) =>
        {
            _arrived.Writer.TryComplete();
            _ended.TrySetResult();
        });
        _link.Start(0, (_, message) =>
        {
            Interlocked.Decrement(ref _creditOut);
            _arrived.Writer.TryWrite(message);
        });
    }

    private void TopUp(int credit)
    {
        var missing = credit - Volatile.Read(ref _creditOut);
        if (missing <= 0)
            return;
        Interlocked.Add(ref _creditOut, missing);
        // In this mode the library adds.
        _link.SetCredit(missing, CreditMode.Manual);
    }

    private async Task DrainAsync()
    {
        var left = Volatile.Read(ref _creditOut);
        if (left <= 0 || IsClosed)
            return;
        _link.SetCredit(left, CreditMode.Drain);
        // The library tells nobody that a drain was answered; its credit shows it.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), _time);
        while (CreditOf(_link) > 0 && !IsClosed && !limit.IsCancellationRequested)
            await Task.Delay(DrainPoll, CancellationToken.None).ConfigureAwait(false);
        if (CreditOf(_link) > 0)
            await Links.CloseAsync(_link).ConfigureAwait(false);
        Interlocked.Exchange(ref _creditOut, 0);
    }

    private ReceivedMessage Take(Message message)
    {
        var token = new Guid(message.DeliveryTag);
        lock (_unsettled)
        {
            _unsettled[token] = message;
        }
        return MessageMapper.FromAmqp(message, token, SessionLockedUntil);
    }

    private void GiveBack()
    {
        List<Message> left;
        lock (_unsettled)
        {
            left = [.. _unsettled.Values];
            _unsettled.Clear();
        }
        while (_arrived.Reader.TryRead(out var unseen))
            left.Add(unseen);
        try
        {
            foreach (var message in left)
                _link.Release(message);
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
