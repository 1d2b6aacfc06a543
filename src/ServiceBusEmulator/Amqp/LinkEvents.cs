using Amqp.Handler;

namespace ServiceBusEmulator.Amqp;

/// <summary>Hears what the library tells in no other way.</summary>
internal sealed class LinkEvents(PendingAttaches pending) : IHandler
{
    public bool CanHandle(EventId id) => id is EventId.SendDelivery or EventId.LinkRemoteClose;

    public void Handle(Event protocolEvent)
    {
        // The library asks for SendDelivery but also raises ReceiveDelivery under that question.
        if (protocolEvent.Id == EventId.SendDelivery && protocolEvent.Context is IDelivery { Message: LockedMessage message } delivery)
        {
            delivery.Tag = message.Token.ToByteArray();
        }
        else if (protocolEvent.Id == EventId.LinkRemoteClose)
        {
            pending.OnRemoteClose(protocolEvent.Link);
        }
    }
}
