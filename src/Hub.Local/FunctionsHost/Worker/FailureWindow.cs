namespace Hub.Local.FunctionsHost.Worker;

/// <summary>Counts the worker's failures of the last 30 minutes.</summary>
internal sealed class FailureWindow(int limit, TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    private readonly Queue<long> _failures = new();

    public int Count => _failures.Count;

    /// <summary>Adds a failure now; true when the limit is reached with it.</summary>
    public bool AddReaches()
    {
        while (_failures.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Length)
        {
            _failures.Dequeue();
        }
        _failures.Enqueue(time.GetTimestamp());
        return _failures.Count >= limit;
    }
}
