using System.Runtime.CompilerServices;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace ServiceBusEmulator.Amqp;

/// <summary>Attaches that are answered later, because a session has to be waited for.</summary>
internal sealed class PendingAttaches
{
    private readonly ConditionalWeakTable<Link, PendingAttach> _pending = [];

    public PendingAttach Add(ListenerLink link, Attach attach)
    {
        var one = new PendingAttach(link, attach);
        _pending.Add(link, one);
        return one;
    }

    /// <summary>
    /// The peer gives up: its attach is refused before the library handles its detach, which it would take for a breach of protocol.
    /// </summary>
    public void OnRemoteClose(Link link)
    {
        if (_pending.TryGetValue(link, out var one))
        {
            one.TryComplete(new Error(ErrorCode.DetachForced) { Description = "The wait for a session was ended by the receiver." });
        }
    }
}
