using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;

namespace Hub.Azure.ServiceBus;

/// <summary>Asks a node ($cbs, or an entity's $management) and waits for its answers, over two links of a session of its own.</summary>
internal sealed class RequestLink : IAsyncDisposable
{
    private const int AnswersUnderWay = 100;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<Message>> _waiting = new(StringComparer.Ordinal);
    private readonly string _replyTo = $"reply-{Guid.NewGuid():N}";
    private readonly Session _session;
    private SenderLink? _sender;
    private ReceiverLink? _receiver;

    private RequestLink(Session session) => _session = session;

    public bool IsClosed => _session.IsClosed || _sender is null or { IsClosed: true } || _receiver is null or { IsClosed: true };

    public static async Task<RequestLink> OpenAsync(Connection connection, string node, CancellationToken cancellation)
    {
        var link = new RequestLink(new Session(connection));
        try
        {
            (link._receiver, _) = await Links.OpenAsync(
                attached => new ReceiverLink(link._session, link._replyTo, new Attach { Source = new Source { Address = node }, Target = new Target { Address = link._replyTo } }, attached),
                cancellation).ConfigureAwait(false);
            link._receiver.Start(AnswersUnderWay, link.OnAnswer);
            (link._sender, _) = await Links.OpenAsync(
                attached => new SenderLink(link._session, $"request-{Guid.NewGuid():N}", new Attach { Source = new Source { Address = link._replyTo }, Target = new Target { Address = node } }, attached),
                cancellation).ConfigureAwait(false);
            link._sender.AddClosedCallback((_, error) => link.FailAll(error));
            link._receiver.AddClosedCallback((_, error) => link.FailAll(error));
            return link;
        }
        catch
        {
            await link.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends a request; gives its answer, whatever the status in it.</summary>
    public async Task<Message> AskAsync(Message request, CancellationToken cancellation)
    {
        var id = Guid.NewGuid().ToString("N");
        request.Properties = new Properties { MessageId = id, ReplyTo = _replyTo };
        var answer = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            _sender!.Send(request, OnSent, answer);
            return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        FailAll(null);
        await Links.CloseAsync(_session).ConfigureAwait(false);
    }

    private static void OnSent(ILink link, Message request, Outcome outcome, object state)
    {
        if (outcome is not Accepted)
            ((TaskCompletionSource<Message>)state).TrySetException(new AmqpException((outcome as Rejected)?.Error ?? new Error(ErrorCode.DetachForced)));
    }

    private void OnAnswer(IReceiverLink link, Message answer)
    {
        link.Accept(answer);
        if (answer.Properties?.GetCorrelationId()?.ToString() is { } id && _waiting.TryGetValue(id, out var asked))
            asked.TrySetResult(answer);
    }

    private void FailAll(Error? error)
    {
        foreach (var asked in _waiting.Values)
            asked.TrySetException(new AmqpException(error ?? new Error(ErrorCode.DetachForced)));
    }
}
