using Amqp;
using Amqp.Listener;

namespace ServiceBusEmulator.Amqp;

/// <summary>A link on which requests come in; each is answered through <see cref="Replies"/>.</summary>
internal sealed class RequestLink(Replies replies, Func<Message, Task<Message>> answer) : LinkEndpoint
{
    public override void OnMessage(MessageContext messageContext)
    {
        var request = ((RawMessage)messageContext.Message).Decode();

        messageContext.Complete();

        _ = AnswerAsync(request);
    }

    public override void OnFlow(FlowContext flowContext) { }

    public override void OnDisposition(DispositionContext dispositionContext) { }

    private async Task AnswerAsync(Message request)
    {
        try
        {
            replies.Send(request, await answer(request).ConfigureAwait(false));
        }
        catch (AmqpException)
        {
            // The asker's link ended meanwhile.
        }
    }
}
