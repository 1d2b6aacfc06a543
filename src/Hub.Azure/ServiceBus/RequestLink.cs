using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;

namespace Hub.Azure.ServiceBus;

/// <summary>Asks a node ($cbs, or an entity's $management) and waits for its answers, over two links of a session of its own.</summary>
internal sealed class RequestLink : IAsyncDisposable
{
    private const int AnswersUnderWay = 100;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<Message>> waiting = new(StringComparer.Ordinal);
    private readonly string replyTo = $"reply-{Guid.NewGuid():N}";
    private readonly Session session;
    private SenderLink? sender;
    private ReceiverLink? receiver;

    private RequestLink(Session session) => this.session = session;

    public bool IsClosed => session.IsClosed || sender is null or { IsClosed: true } || receiver is null or { IsClosed: true };

    public static async Task<RequestLink> OpenAsync(Connection connection, string node, CancellationToken cancellation)
    {
        var link = new RequestLink(new Session(connection));
        try
        {
            (link.receiver, _) = await Links.OpenAsync(
                attached => new ReceiverLink(link.session, link.replyTo, new Attach { Source = new Source { Address = node }, Target = new Target { Address = link.replyTo } }, attached),
                cancellation).ConfigureAwait(false);
            link.receiver.Start(AnswersUnderWay, link.OnAnswer);
            (link.sender, _) = await Links.OpenAsync(
                attached => new SenderLink(link.session, $"request-{Guid.NewGuid():N}", new Attach { Source = new Source { Address = link.replyTo }, Target = new Target { Address = node } }, attached),
                cancellation).ConfigureAwait(false);
            link.sender.AddClosedCallback((_, error) => link.FailAll(error));
            link.receiver.AddClosedCallback((_, error) => link.FailAll(error));
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
        request.Properties = new Properties { MessageId = id, ReplyTo = replyTo };
        var answer = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = answer;
        try
        {
            sender!.Send(request, OnSent, answer);
            return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        FailAll(null);
        await Links.CloseAsync(session).ConfigureAwait(false);
    }

    private static void OnSent(ILink link, Message request, Outcome outcome, object state)
    {
        if (outcome is not Accepted)
            ((TaskCompletionSource<Message>)state).TrySetException(new AmqpException((outcome as Rejected)?.Error ?? new Error(ErrorCode.DetachForced)));
    }

    private void OnAnswer(IReceiverLink link, Message answer)
    {
        link.Accept(answer);
        if (answer.Properties?.GetCorrelationId()?.ToString() is { } id && waiting.TryGetValue(id, out var asked))
            asked.TrySetResult(answer);
    }

    private void FailAll(Error? error)
    {
        foreach (var asked in waiting.Values)
            asked.TrySetException(new AmqpException(error ?? new Error(ErrorCode.DetachForced)));
    }
}
