namespace ServiceBusEmulator.Engine;

/// <summary>One session: its messages, its state and who holds its lock.</summary>
internal sealed class SessionLane(string id) : Lane
{
    public string Id { get; } = id;

    public byte[]? State { get; set; }

    /// <summary>When the state was last set (UTC), as far as this process knows: at its start for what it found in the store.</summary>
    public DateTimeOffset StateSetAt { get; set; }

    public Consumer? Holder { get; set; }

    public DateTimeOffset LockedUntil { get; set; }

    /// <summary>What ends the hold when its lock runs out.</summary>
    public Deadline? Watch { get; set; }

    /// <summary>The messages given out under the session lock, by lock token.</summary>
    public HashSet<Guid> Tokens { get; } = [];

    /// <summary>Whether it waits in the line of sessions that anyone may take.</summary>
    public bool InLine { get; set; }
}
