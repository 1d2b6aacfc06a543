using System.Collections.Concurrent;

namespace Hub.Azure;

/// <summary>Does something once per name, remembers that it was done, and tries again when it failed.</summary>
internal sealed class Once
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _done = new(StringComparer.Ordinal);

    public async Task EnsureAsync(string name, Func<Task> work)
    {
        var task = _done.GetOrAdd(name, _ => new Lazy<Task>(work));
        try
        {
            await task.Value.ConfigureAwait(false);
        }
        catch
        {
            _done.TryRemove(new KeyValuePair<string, Lazy<Task>>(name, task));
            throw;
        }
    }
}
