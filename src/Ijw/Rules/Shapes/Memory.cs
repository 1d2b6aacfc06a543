using Ijw.Reading.Keys;

namespace Ijw.Rules.Shapes;

/// <summary>What the rules remember of one bericht.</summary>
internal sealed class Memory
{
    private readonly Dictionary<object, IMemoryPart> _onKey = [];
    private readonly List<IMemoryPart> _parts = [];

    /// <summary>The part with this key, made when it isn't there yet.</summary>
    public T Of<T>(object key)
        where T : class, IMemoryPart, new()
    {
        if (_onKey.TryGetValue(key, out var part))
        {
            return (T)part;
        }
        var updated = new T();
        _onKey.Add(key, updated);
        _parts.Add(updated);
        return updated;
    }

    /// <summary>Forgets all.</summary>
    public void Erase()
    {
        foreach (var part in _parts)
        {
            part.Clear();
        }
    }
}
