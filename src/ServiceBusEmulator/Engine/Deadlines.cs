namespace ServiceBusEmulator.Engine;

/// <summary>Calls actions when their time comes, through one timer; an action checks for itself whether it still applies.</summary>
internal sealed class Deadlines : IDisposable
{
    // Below this many it isn't worth clearing out what was cancelled.
    private const int FewCancelled = 1024;

    private readonly TimeProvider _time;
    private readonly ITimer _timer;

    // Those of one moment in the order in which they were added.
    private PriorityQueue<Deadline, (DateTimeOffset At, long Number)> _due = new();
    private long _added;
    private DateTimeOffset _armedFor = DateTimeOffset.MaxValue;
    private int _cancelled;

    /// <param name="time">The clock.</param>
    /// <param name="onTimer">Called on the timer's thread: it must bring about a call of <see cref="RunDue"/>.</param>
    public Deadlines(TimeProvider time, Action onTimer)
    {
        _time = time;
        _timer = time.CreateTimer(_ => onTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many it keeps, cancelled ones that were not cleared out yet included.</summary>
    public int Count => _due.Count;

    /// <summary>Gives a handle for <see cref="Cancel"/>; null when the time never comes.</summary>
    public Deadline? Add(DateTimeOffset at, Action action)
    {
        if (at == DateTimeOffset.MaxValue)
        {
            return null;
        }
        var deadline = new Deadline(action);
        _due.Enqueue(deadline, (at, _added++));
        Poor();
        return deadline;
    }

    /// <summary>Lets go of an action, so that a queue doesn't keep what was done long before its time.</summary>
    public void Cancel(Deadline? deadline)
    {
        if (deadline is not { Action: not null })
        {
            return;
        }
        deadline.Action = null;
        if (++_cancelled > FewCancelled && _cancelled > _due.Count / 2)
        {
            _due = new PriorityQueue<Deadline, (DateTimeOffset At, long Number)>(
                _due.UnorderedItems.Where(one => one.Element.Action is not null)
            );
            _cancelled = 0;
        }
    }

    public void RunDue()
    {
        var now = _time.GetUtcNow();
        while (_due.TryPeek(out var deadline, out var due) && due.At <= now)
        {
            _due.Dequeue();
            if (deadline.Action is { } action)
            {
                deadline.Action = null;
                action();
            }
            else
            {
                _cancelled--;
            }
        }
        _armedFor = DateTimeOffset.MaxValue;
        Poor();
    }

    public void Dispose() => _timer.Dispose();

    private void Poor()
    {
        if (!_due.TryPeek(out _, out var due) || due.At >= _armedFor)
        {
            return;
        }
        _armedFor = due.At;
        // A timer knows at most 49 days; waking early is harmless.
        var wait = TimeSpan.FromTicks(Math.Clamp((due.At - _time.GetUtcNow()).Ticks, 0, TimeSpan.FromDays(40).Ticks));
        // Rounded up, or a timer of whole milliseconds fires just before the time and finds nothing due.
        _timer.Change(wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }
}
