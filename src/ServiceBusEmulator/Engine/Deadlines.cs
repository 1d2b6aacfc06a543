namespace ServiceBusEmulator.Engine;

/// <summary>Calls actions when their time comes, through one timer; an action checks for itself whether it still applies.</summary>
internal sealed class Deadlines : IDisposable
{
    private readonly PriorityQueue<Action, DateTimeOffset> due = new();
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private DateTimeOffset armedFor = DateTimeOffset.MaxValue;

    /// <param name="time">The clock.</param>
    /// <param name="onTimer">Called on the timer's thread: it must bring about a call of <see cref="RunDue"/>.</param>
    public Deadlines(TimeProvider time, Action onTimer)
    {
        this.time = time;
        timer = time.CreateTimer(_ => onTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(DateTimeOffset at, Action action)
    {
        if (at == DateTimeOffset.MaxValue)
            return;
        due.Enqueue(action, at);
        Arm();
    }

    public void RunDue()
    {
        var now = time.GetUtcNow();
        while (due.TryPeek(out _, out var at) && at <= now)
            due.Dequeue()();
        armedFor = DateTimeOffset.MaxValue;
        Arm();
    }

    public void Dispose() => timer.Dispose();

    private void Arm()
    {
        if (!due.TryPeek(out _, out var at) || at >= armedFor)
            return;
        armedFor = at;
        // A timer knows at most 49 days; waking early is harmless.
        var wait = TimeSpan.FromTicks(Math.Clamp((at - time.GetUtcNow()).Ticks, 0, TimeSpan.FromDays(40).Ticks));
        // Rounded up, or a timer of whole milliseconds fires just before the time and finds nothing due.
        timer.Change(wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }
}
