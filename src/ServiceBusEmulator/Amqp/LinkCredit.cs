using Amqp.Framing;
using Amqp.Listener;

namespace ServiceBusEmulator.Amqp;

/// <summary>
/// Keeps the credit of a sending link right, which AMQPNetLite 2.5.5 sets to zero whenever a flow repeats or lowers the limit, so at any
/// drain.
/// </summary>
internal sealed class LinkCredit(ListenerLink link)
{
    /// <summary>The delivery count up to which the peer takes messages.</summary>
    private uint _limit;

    /// <summary>Whether a drain came that was not answered yet.</summary>
    private bool _drainAsked;

    /// <summary>How many messages the peer takes now.</summary>
    public int Available
    {
        get
        {
            lock (LibraryInternals.LockObject(link))
            {
                return Math.Max(0, (int)LibraryInternals.Credit(link));
            }
        }
    }

    /// <summary>
    /// Takes in a flow that the library has just handled; <paramref name="raise"/> is by how much it moved the limit, as the library saw
    /// it.
    /// </summary>
    public void OnFlow(int raise)
    {
        lock (LibraryInternals.LockObject(link))
        {
            var state = new Flow();
            if (!LibraryInternals.Snapshot(link, state))
            {
                return;
            }
            _drainAsked = state.Drain;
            if (raise > 0)
            {
                _limit = state.DeliveryCount + state.LinkCredit;
                return;
            }
            _limit = unchecked(_limit + (uint)raise);
            var credit = unchecked((int)(_limit - state.DeliveryCount));
            LibraryInternals.Credit(link) = (uint)Math.Max(0, credit);
            _limit = state.DeliveryCount + LibraryInternals.Credit(link);
        }
    }

    /// <summary>Answers a drain, when there is one: credit is used up without messages, and the peer is told so.</summary>
    public void CompleteDrain()
    {
        lock (LibraryInternals.LockObject(link))
        {
            if (!_drainAsked || link.IsClosed)
            {
                return;
            }
            _drainAsked = false;
        }
        link.CompleteDrain();
        lock (LibraryInternals.LockObject(link))
        {
            var state = new Flow();
            if (LibraryInternals.Snapshot(link, state))
            {
                _limit = state.DeliveryCount + state.LinkCredit;
            }
            // The flow is filled from this field when it is written, which may be later: it stays set until the peer's next flow.
            LibraryInternals.Drain(link) = true;
        }
        LibraryInternals.SendFlow(link, 0, 0, true);
    }
}
