using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>Collects the checks of the rules on the classes of one berichtsoort.</summary>
internal sealed class Binding(Schema schema)
{
    private readonly List<BoundCheck> _bound = [];
    private BerichtRule _rule = null!;

    /// <summary>
    /// A check on a class; <paramref name="Make"/> gives one for a new bericht, the same one each time when it remembers nothing.
    /// </summary>
    internal sealed record BoundCheck(int Klasse, string Rule, Func<Memory, RecordCheck> Make);

    /// <summary>All checks, in the order of the rules.</summary>
    public IReadOnlyList<BoundCheck> All => _bound;

    /// <summary>Binds a rule.</summary>
    public void Add(BerichtRule rule)
    {
        _rule = rule;
        rule.Bind(this);
    }

    /// <summary>Checks each class of this name by itself, in the berichten named.</summary>
    public void On(ReadOnlySpan<string> kinds, string klasse, Func<KlasseModel, RecordCheck> make) =>
        OnEach(kinds, model => model.Name == klasse, make);

    /// <summary>Checks each class that <paramref name="klassen"/> picks by itself, in the berichten named.</summary>
    public void OnEach(ReadOnlySpan<string> kinds, Func<KlasseModel, bool> klassen, Func<KlasseModel, RecordCheck> make) =>
        Store(
            kinds,
            klassen,
            model =>
            {
                var check = make(model);
                return _ => check;
            }
        );

    /// <summary>Checks each class with something to remember of its like.</summary>
    public void FollowEach<T>(ReadOnlySpan<string> kinds, Func<KlasseModel, bool> klassen, Func<KlasseModel, T, RecordCheck> make)
        where T : class, IMemoryPart, new() =>
        Store(
            kinds,
            klassen,
            model =>
            {
                var key = new object();
                return memory => make(model, memory.Of<T>(key));
            }
        );

    /// <summary>Checks classes that share something to remember.</summary>
    public void Follow<T>(ReadOnlySpan<string> kinds, params ReadOnlySpan<(string Klasse, Func<KlasseModel, T, RecordCheck> Make)> steps)
        where T : class, IMemoryPart, new()
    {
        var key = new object();
        foreach (var (klasse, make) in steps)
        {
            Store(kinds, model => model.Name == klasse, model => memory => make(model, memory.Of<T>(key)));
        }
    }

    private void Store(ReadOnlySpan<string> kinds, Func<KlasseModel, bool> klassen, Func<KlasseModel, Func<Memory, RecordCheck>> make)
    {
        if (!kinds.Contains(schema.Kind.Name))
        {
            return;
        }
        foreach (var model in schema.Klassen)
        {
            if (klassen(model))
            {
                _bound.Add(new BoundCheck(model.Id, _rule.Code, make(model)));
            }
        }
    }
}
