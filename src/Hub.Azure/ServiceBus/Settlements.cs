using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amqp;
using Amqp.Framing;
using Amqp.Handler;

namespace Hub.Azure.ServiceBus;

/// <summary>Settles deliveries and waits for the broker's answer, so that a lost lock shows. One instance serves one connection.</summary>
/// <remarks>
/// AMQPNetLite settles fire and forget in public. The answer needs the internal Session.DisposeDelivery with settled = false; the package version is
/// pinned for its sake and a test covers it.
/// </remarks>
internal sealed class Settlements : IHandler
{
    private readonly ConcurrentDictionary<object, TaskCompletionSource<DeliveryState>> _waiting = new(ReferenceEqualityComparer.Instance);

    /// <summary>Sends <paramref name="outcome"/>; gives the broker's answer.</summary>
    public async Task<DeliveryState> SettleAsync(Session session, Message message, Outcome outcome, CancellationToken cancellation)
    {
        var delivery = GetDelivery(message);
        var answer = new TaskCompletionSource<DeliveryState>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_waiting.TryAdd(delivery, answer))
            throw new InvalidOperationException("The message is being settled already.");
        try
        {
            DisposeDelivery(session, true, delivery, outcome, false);
            return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _waiting.TryRemove(delivery, out _);
        }
    }

    public bool CanHandle(EventId id) => id == EventId.DeliveryStateChanged;

    public void Handle(Event protocolEvent)
    {
        if (protocolEvent.Context is IDelivery { State: { } state } delivery && _waiting.TryGetValue(delivery, out var answer))
            answer.TrySetResult(state);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Delivery")]
    [return: UnsafeAccessorType("Amqp.Delivery, Amqp.Net")]
    private static extern object GetDelivery(Message message);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "DisposeDelivery")]
    private static extern void DisposeDelivery(
        Session session, bool role, [UnsafeAccessorType("Amqp.Delivery, Amqp.Net")] object delivery, DeliveryState state, bool settled);
}
