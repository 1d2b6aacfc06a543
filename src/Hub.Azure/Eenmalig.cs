using System.Collections.Concurrent;

namespace Hub.Azure;

/// <summary>Does something once per name, remembers that it was done, and tries again when it failed.</summary>
internal sealed class Eenmalig
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _gedaan = new(StringComparer.Ordinal);

    public async Task ZorgAsync(string naam, Func<Task> werk)
    {
        var taak = _gedaan.GetOrAdd(naam, _ => new Lazy<Task>(werk));
        try
        {
            await taak.Value.ConfigureAwait(false);
        }
        catch
        {
            _gedaan.TryRemove(new KeyValuePair<string, Lazy<Task>>(naam, taak));
            throw;
        }
    }
}
