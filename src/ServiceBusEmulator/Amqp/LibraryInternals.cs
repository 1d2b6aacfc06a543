using System.Runtime.CompilerServices;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace ServiceBusEmulator.Amqp;

/// <summary>
/// The members of AMQPNetLite that a broker needs and that are not public. The package version is pinned for their sake, and a test covers
/// each.
/// </summary>
internal static class LibraryInternals
{
    /// <summary>Makes <paramref name="endpoint"/> handle what arrives on the link.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "InitializeLinkEndpoint")]
    public static extern void InitializeLinkEndpoint(ListenerLink link, LinkEndpoint endpoint, uint credit);

    /// <summary>How many messages the peer takes now.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "credit")]
    public static extern ref uint Credit(ListenerLink link);

    /// <summary>Whether the peer asked to use up its credit at once.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "drain")]
    public static extern ref bool Drain(ListenerLink link);

    /// <summary>The lock under which the library changes credit.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "lockObject")]
    public static extern ref object LockObject(Link link);

    /// <summary>Fills a flow with the link's present state.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Snapshot")]
    public static extern bool Snapshot(ListenerLink link, Flow flow);

    /// <summary>Sends the link's present state; the library ignores all arguments but the link.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "SendFlow")]
    public static extern void SendFlow(Link link, uint deliveryCount, uint credit, bool drain);
}
