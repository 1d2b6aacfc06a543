namespace ServiceBusEmulator.Engine;

/// <summary>Who holds a message and until when; under a session the session's own time counts.</summary>
internal sealed class MessageLock(Guid token, Lane lane, DateTimeOffset until)
{
    public Guid Token { get; } = token;

    public Lane Lane { get; } = lane;

    public DateTimeOffset Until { get; set; } = until;

    /// <summary>What takes the message back when its lock runs out; null under a session.</summary>
    public Deadline? Watch { get; set; }
}
