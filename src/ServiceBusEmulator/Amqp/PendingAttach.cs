using Amqp.Framing;
using Amqp.Listener;

namespace ServiceBusEmulator.Amqp;

/// <summary>An attach that waits for its answer.</summary>
internal sealed class PendingAttach(ListenerLink link, Attach attach)
{
    private bool _done;

    /// <summary>Answers the attach, with a refusal when there is an error; false when it was answered before.</summary>
    public bool TryComplete(Error? error)
    {
        // Under the link's own lock: a peer that detaches on seeing the answer must find the link attached, or the library closes the
        // connection.
        lock (LibraryInternals.LockObject(link))
        {
            if (_done)
            {
                return false;
            }
            _done = true;

            link.CompleteAttach(attach, error);

            return true;
        }
    }
}
