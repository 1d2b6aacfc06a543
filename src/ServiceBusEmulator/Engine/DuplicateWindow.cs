namespace ServiceBusEmulator.Engine;

/// <summary>The message ids seen within the history window of a queue.</summary>
internal sealed class DuplicateWindow(TimeSpan window)
{
    private readonly Dictionary<string, Sighting> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset At)> _byAge = new();

    /// <summary>Remembers an id read back from storage.</summary>
    public void Restore(string id, DateTimeOffset at)
    {
        _seen[id] = new Sighting(at, null);
        _byAge.Enqueue((id, at));
    }

    /// <summary>Whether the id was seen; when it was, the task that tells whether its first message was stored.</summary>
    public bool TryFind(string id, DateTimeOffset now, out Task stored)
    {
        Trim(now);
        var found = _seen.TryGetValue(id, out var sighting);
        stored = sighting.Stored ?? Task.CompletedTask;
        return found;
    }

    public void Add(string id, DateTimeOffset now, Task stored)
    {
        _seen[id] = new Sighting(now, stored);
        _byAge.Enqueue((id, now));
    }

    /// <summary>The message of an id was stored: the id alone is kept from here on.</summary>
    public void Confirm(string id)
    {
        if (_seen.TryGetValue(id, out var sighting))
        {
            _seen[id] = sighting with { Stored = null };
        }
    }

    /// <summary>Forgets an id whose message could not be stored, so that sending again can succeed.</summary>
    public void Forget(string id) => _seen.Remove(id);

    private void Trim(DateTimeOffset now)
    {
        while (_byAge.TryPeek(out var oldest) && oldest.At + window <= now)
        {
            _byAge.Dequeue();
            if (_seen.TryGetValue(oldest.Id, out var sighting) && sighting.At == oldest.At)
            {
                _seen.Remove(oldest.Id);
            }
        }
    }

    private readonly record struct Sighting(DateTimeOffset At, Task? Stored);
}
