namespace Hub.Local.FunctionsHost.Handler;

/// <summary>Counts the handler's failures of the last 30 minutes.</summary>
internal sealed class FailureWindow(int limit, TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    private readonly Queue<long> failures = new();

    public int Count => failures.Count;

    /// <summary>Adds a failure now; true when that is one more than the limit.</summary>
    public bool AddExceeds()
    {
        while (failures.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Length)
            failures.Dequeue();
        failures.Enqueue(time.GetTimestamp());
        return failures.Count > limit;
    }
}
