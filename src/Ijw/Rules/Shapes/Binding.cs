using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>Collects the checks of the rules on the classes of one berichtsoort.</summary>
internal sealed class Binding(Schema schema)
{
    private readonly List<Gebonden> _gebonden = [];
    private BerichtRule _regel = null!;

    /// <summary>A check on a class; <paramref name="Maak"/> gives one for a new bericht, the same one each time when it remembers nothing.</summary>
    internal sealed record Gebonden(int Klasse, string Regel, Func<Geheugen, RecordCheck> Maak);

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
        OpElk(soorten, model => model.Naam == klasse, maak);

    /// <summary>Checks each class that <paramref name="klassen"/> picks by itself, in the berichten named.</summary>
    public void OpElk(ReadOnlySpan<string> soorten, Func<Klassemodel, bool> klassen, Func<Klassemodel, RecordCheck> maak) =>
        Bewaar(soorten, klassen, model =>
        {
            var check = maak(model);
            return _ => check;
        });

    /// <summary>Checks each class with something to remember of its like.</summary>
    public void VolgElk<T>(ReadOnlySpan<string> soorten, Func<Klassemodel, bool> klassen, Func<Klassemodel, T, RecordCheck> maak)
        where T : class, IGeheugendeel, new() =>
        Bewaar(soorten, klassen, model =>
        {
            var sleutel = new object();
            return geheugen => maak(model, geheugen.Van<T>(sleutel));
        });

    /// <summary>Checks classes that share something to remember.</summary>
    public void Volg<T>(ReadOnlySpan<string> soorten, params ReadOnlySpan<(string Klasse, Func<Klassemodel, T, RecordCheck> Maak)> stappen)
        where T : class, IGeheugendeel, new()
    {
        var sleutel = new object();
        foreach (var (klasse, maak) in stappen)
            Bewaar(soorten, model => model.Naam == klasse, model => geheugen => maak(model, geheugen.Van<T>(sleutel)));
    }

    private void Bewaar(ReadOnlySpan<string> soorten, Func<Klassemodel, bool> klassen, Func<Klassemodel, Func<Geheugen, RecordCheck>> maak)
    {
        if (!soorten.Contains(schema.Soort.Naam)) return;
        foreach (var model in schema.Klassen)
            if (klassen(model)) _gebonden.Add(new Gebonden(model.Id, _regel.Code, maak(model)));
    }
}
