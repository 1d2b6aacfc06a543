namespace ServiceBusEmulator.Engine;

/// <summary>The message ids seen within the history window of a queue.</summary>
internal sealed class DuplicateWindow(TimeSpan window)
{
    private readonly Dictionary<string, Sighting> seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset At)> byAge = new();

    /// <summary>Remembers an id read back from storage.</summary>
    public void Restore(string id, DateTimeOffset at)
    {
        seen[id] = new Sighting(at, null);
        byAge.Enqueue((id, at));
    }

    /// <summary>Whether the id was seen; when it was, the task that tells whether its first message was stored.</summary>
    public bool TryFind(string id, DateTimeOffset now, out Task stored)
    {
        Trim(now);
        var found = seen.TryGetValue(id, out var sighting);
        stored = sighting.Stored ?? Task.CompletedTask;
        return found;
    }

    public void Add(string id, DateTimeOffset now, Task stored)
    {
        seen[id] = new Sighting(now, stored);
        byAge.Enqueue((id, now));
    }

    /// <summary>The message of an id was stored: the id alone is kept from here on.</summary>
    public void Confirm(string id)
    {
        if (seen.TryGetValue(id, out var sighting))
            seen[id] = sighting with { Stored = null };
    }

    /// <summary>Forgets an id whose message could not be stored, so that sending again can succeed.</summary>
    public void Forget(string id) => seen.Remove(id);

    private void Trim(DateTimeOffset now)
    {
        while (byAge.TryPeek(out var oldest) && oldest.At + window <= now)
        {
            byAge.Dequeue();
            if (seen.TryGetValue(oldest.Id, out var sighting) && sighting.At == oldest.At)
                seen.Remove(oldest.Id);
        }
    }

    private readonly record struct Sighting(DateTimeOffset At, Task? Stored);
}
