using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Amqp;

/// <summary>A link on which a client sends to a queue. A message is accepted once it is stored.</summary>
internal sealed class IncomingLink(QueueEngine queue, EmulatorFaults faults) : LinkEndpoint
{
    /// <summary>How many messages a client may have under way: fewer where they may be large, so that memory stays bounded.</summary>
    public static uint CreditFor(QueueDefinition queue) => (uint)Math.Clamp(64 * 1024 * 1024 / queue.MaxMessageSize, 4, 1000);

    public override void OnMessage(MessageContext messageContext)
    {
        Task<long[]> sending;
        try
        {
            if (faults.TakeRefusal(queue.Definition.Name) is { } condition)
            {
                throw new AmqpException(new Error(condition) { Description = "Refused on purpose." });
            }
            var message = (RawMessage)messageContext.Message;
            sending =
                message.Bytes.Length > queue.Definition.MaxMessageSize
                    ? throw new QueueFaultException(QueueFault.TooLarge, "The message is larger than the queue accepts.")
                    : queue.SendAsync(MessageCodec.ReadTransfer(message.Bytes, message.Format, queue.Definition));
        }
        catch (Exception refusal) when (refusal is QueueFaultException or AmqpException or InvalidOperationException)
        {
            messageContext.Complete(Faults.ToError(refusal));
            return;
        }
        _ = AnswerAsync(messageContext, sending);
    }

    public override void OnFlow(FlowContext flowContext) { }

    public override void OnDisposition(DispositionContext dispositionContext) { }

    private static async Task AnswerAsync(MessageContext context, Task<long[]> sending)
    {
        try
        {
            await sending.ConfigureAwait(false);
            context.Complete();
        }
        catch (QueueFaultException fault)
        {
            context.Complete(Faults.ToError(fault));
        }
        catch (AmqpException)
        {
            // The link ended meanwhile: the message is stored, its sender will never know.
        }
    }
}
