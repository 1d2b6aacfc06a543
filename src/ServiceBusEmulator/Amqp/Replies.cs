using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace ServiceBusEmulator.Amqp;

/// <summary>The links of one connection on which answers to requests go out, by the address that requests name as reply-to.</summary>
internal sealed class Replies
{
    private readonly ConcurrentDictionary<string, ReplyLink> _links = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds a link under its target address and its name: the JavaScript SDK leaves the address of its $cbs link empty and replies to the
    /// name.
    /// </summary>
    public ReplyLink Add(ListenerLink link, Attach attach)
    {
        var reply = new ReplyLink(link);
        string[] addresses = attach.Target is Target { Address.Length: > 0 } target ? [target.Address, link.Name] : [link.Name];
        foreach (var address in addresses)
        {
            _links[address] = reply;
        }
        link.AddClosedCallback(
            (_, _) =>
            {
                foreach (var address in addresses)
                {
                    _links.TryRemove(KeyValuePair.Create(address, reply));
                }
            }
        );
        return reply;
    }

    /// <summary>Sends the answer to a request; nowhere when the asker is gone.</summary>
    public void Send(Message request, Message answer)
    {
        answer.Properties = new Properties();
        answer.Properties.SetCorrelationId(request.Properties?.GetMessageId());
        if (request.Properties?.ReplyTo is { } address && _links.TryGetValue(address, out var link))
        {
            link.Send(answer);
        }
    }
}

/// <summary>A link on which answers go out, as far as there is credit.</summary>
internal sealed class ReplyLink(ListenerLink link) : LinkEndpoint
{
    private readonly Queue<Message> _waiting = new();
    private readonly LinkCredit _credit = new(link);

    public void Send(Message message)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(message);
            SendWaiting();
        }
    }

    public override void OnFlow(FlowContext flowContext)
    {
        _credit.OnFlow(flowContext.Messages);
        lock (_waiting)
        {
            SendWaiting();
        }
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        if (!dispositionContext.Settled)
        {
            link.DisposeMessage(dispositionContext.Message, new Accepted(), true);
        }
    }

    private void SendWaiting()
    {
        while (_waiting.Count > 0 && _credit.Available > 0 && !link.IsClosed)
        {
            link.SendMessage(_waiting.Dequeue());
        }
    }
}
