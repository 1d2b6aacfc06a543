using System.Collections.Concurrent;
using Ijw.Reading;

namespace Ijw.Rules;

/// <summary>The rules at work on one bericht.</summary>
internal sealed class Regelloop
{
    private static readonly ConcurrentDictionary<Schema, IReadOnlyList<Binding.Gebonden>> Bindingen = new();

    private readonly (string Regel, RecordCheck Check)[][] _perKlasse;
    private readonly Melder _melder;
    private readonly Geheugen _geheugen = new();

    /// <summary>The rules for one berichtsoort; for each bericht they start anew.</summary>
    public Regelloop(Schema schema, Melder melder)
    {
        _melder = melder;
        var gebonden = Bindingen.GetOrAdd(schema, static schema =>
        {
            var binding = new Binding(schema);
            foreach (var regel in Regels.Alle) binding.Add(regel);
            return binding.Alle;
        });
        var perKlasse = gebonden.ToLookup(check => check.Klasse);
        _perKlasse = [.. schema.Klassen.Select(klasse => perKlasse[klasse.Id].Select(check => (check.Regel, check.Maak(_geheugen))).ToArray())];
    }

    /// <summary>Starts on a new bericht: forgets what was remembered of the last.</summary>
    public void Reset() => _geheugen.Wis();

    /// <summary>Checks a class that has been read whole.</summary>
    public void Klasse(Record record)
    {
        foreach (var (regel, check) in _perKlasse[record.Klasse.Id]) _melder.Controleer(regel, check, record);
    }
}
