using Amqp;

namespace ServiceBusEmulator.Amqp;

/// <summary>A message given out under a lock; its delivery tag is the lock token.</summary>
internal sealed class LockedMessage(Guid token) : Message
{
    public Guid Token { get; } = token;
}
