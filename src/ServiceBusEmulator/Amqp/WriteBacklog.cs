using System.Runtime.CompilerServices;
using Amqp;

namespace ServiceBusEmulator.Amqp;

/// <summary>
/// How many bytes of messages were handed to one connection and aren't written yet. The library queues without bound whatever a peer gave
/// credit for; a peer that reads slowly, or not at all, gets no more than <see cref="Most"/> ahead.
/// </summary>
internal sealed class WriteBacklog(TimeProvider time)
{
    /// <summary>How much may wait, in bytes.</summary>
    public const long Most = 8 * 1024 * 1024;

    // Long enough for a write that goes on to have got somewhere.
    private static readonly TimeSpan StillFor = TimeSpan.FromMilliseconds(500);

    private static readonly ConditionalWeakTable<Connection, WriteBacklog> Known = [];

    private readonly Lock _gate = new();
    private readonly HashSet<Action> _held = [];
    private long _waiting;
    private int _writing;
    private bool _watched;

    public static void Set(Connection connection, WriteBacklog backlog) => Known.AddOrUpdate(connection, backlog);

    public static WriteBacklog? Of(Connection connection) => Known.TryGetValue(connection, out var backlog) ? backlog : null;

    public void Add(long bytes)
    {
        lock (_gate)
        {
            _waiting += bytes;
        }
    }

    /// <summary>Whether more may be handed over; when not, <paramref name="resume"/> is called once it may.</summary>
    public bool HasRoom(Action resume)
    {
        lock (_gate)
        {
            if (_waiting < Most)
            {
                return true;
            }
            _held.Add(resume);
            if (_watched)
            {
                return false;
            }
            _watched = true;
        }
        _ = WatchAsync();
        return false;
    }

    /// <summary>Writes, and counts what was written.</summary>
    public async Task WriteAsync(IList<ByteBuffer> frames, Func<Task> write)
    {
        var bytes = frames.Sum(Sections.MessageBytes);
        Interlocked.Increment(ref _writing);
        try
        {
            await write().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _writing);
        }
        Lower(bytes);
    }

    private void Lower(long bytes)
    {
        Action[] free;
        lock (_gate)
        {
            _waiting = Math.Max(0, _waiting - bytes);
            if (_held.Count == 0 || _waiting > Most / 2)
            {
                return;
            }
            free = [.. _held];
            _held.Clear();
        }
        foreach (var resume in free)
        {
            resume();
        }
    }

    // Messages of a session that ended are never written. Where nothing is being written, nothing waits.
    private async Task WatchAsync()
    {
        for (long before = -1; ; )
        {
            await Task.Delay(StillFor, time).ConfigureAwait(false);
            lock (_gate)
            {
                if (_held.Count == 0)
                {
                    _watched = false;
                    return;
                }
                if (Volatile.Read(ref _writing) > 0 || _waiting != before)
                {
                    before = _waiting;
                    continue;
                }
            }
            Lower(long.MaxValue);
        }
    }
}
