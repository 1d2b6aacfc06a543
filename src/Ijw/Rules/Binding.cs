using Ijw.Reading;

namespace Ijw.Rules;

/// <summary>Collects the checks of the rules on the classes of one berichtsoort.</summary>
internal sealed class Binding(Schema schema)
{
    private readonly List<Gebonden> _gebonden = [];
    private BerichtRule _regel = null!;

    /// <summary>A check on a class; <paramref name="Maak"/> gives one for a new bericht, the same one each time when it remembers nothing.</summary>
    internal sealed record Gebonden(int Klasse, string Regel, Func<RecordCheck> Maak);

    /// <summary>All checks, in the order of the rules.</summary>
    public IReadOnlyList<Gebonden> Alle => _gebonden;

    /// <summary>Binds a rule.</summary>
    public void Add(BerichtRule regel)
    {
        _regel = regel;
        regel.Bind(this);
    }

    /// <summary>Checks each class of this name by itself, in the berichten named.</summary>
    public void Op(ReadOnlySpan<string> soorten, string klasse, Func<Klassemodel, RecordCheck> maak) =>
        Elke(soorten, model => model.Naam == klasse, model =>
        {
            var check = maak(model);
            return () => check;
        });

    /// <summary>Checks classes with something to remember within one bericht; <paramref name="maak"/> is called once per bericht and class.</summary>
    public void Elke(ReadOnlySpan<string> soorten, Func<Klassemodel, bool> klassen, Func<Klassemodel, Func<RecordCheck>> maak)
    {
        if (!soorten.Contains(schema.Soort.Naam)) return;
        foreach (var model in schema.Klassen)
            if (klassen(model)) _gebonden.Add(new Gebonden(model.Id, _regel.Code, maak(model)));
    }
}
