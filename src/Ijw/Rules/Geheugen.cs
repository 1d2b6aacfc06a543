namespace Ijw.Rules;

/// <summary>Something that a rule remembers of one bericht.</summary>
internal interface IGeheugendeel
{
    /// <summary>Forgets all, for the next bericht.</summary>
    void Clear();
}

/// <summary>What the rules remember of one bericht.</summary>
internal sealed class Geheugen
{
    private readonly Dictionary<object, IGeheugendeel> _delen = [];

    /// <summary>The part with this key, made when it isn't there yet.</summary>
    public T Van<T>(object sleutel)
        where T : class, IGeheugendeel, new()
    {
        if (!_delen.TryGetValue(sleutel, out var deel)) _delen.Add(sleutel, deel = new T());
        return (T)deel;
    }

    /// <summary>Forgets all.</summary>
    public void Wis()
    {
        foreach (var deel in _delen.Values) deel.Clear();
    }
}
