using Ijw.Reading.Keys;

namespace Ijw.Rules.Shapes;

/// <summary>What the rules remember of one bericht.</summary>
internal sealed class Geheugen
{
    private readonly Dictionary<object, IGeheugendeel> _opSleutel = [];
    private readonly List<IGeheugendeel> _delen = [];

    /// <summary>The part with this key, made when it isn't there yet.</summary>
    public T Van<T>(object sleutel)
        where T : class, IGeheugendeel, new()
    {
        if (_opSleutel.TryGetValue(sleutel, out var deel)) return (T)deel;
        var nieuw = new T();
        _opSleutel.Add(sleutel, nieuw);
        _delen.Add(nieuw);
        return nieuw;
    }

    /// <summary>Forgets all.</summary>
    public void Wis()
    {
        foreach (var deel in _delen) deel.Clear();
    }
}
