using System.Collections.Concurrent;
using Ijw.Catalogue;
using Ijw.Reading;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules;

/// <summary>The rules at work on berichten of one kind, one bericht after the other.</summary>
internal sealed class Regelloop
{
    private static readonly ConcurrentDictionary<Schema, IReadOnlyList<Binding.Gebonden>> Bindingen = new();

    private readonly (RecordCheck Check, Melder Melder)[][] _perKlasse;
    private readonly BerichtReader _reader;
    private readonly Geheugen _geheugen = new();
    private Record? _record;

    /// <summary>The rules for one berichtsoort; for each bericht they start anew.</summary>
    public Regelloop(Schema schema, BerichtReader reader)
    {
        _reader = reader;
        var gebonden = Bindingen.GetOrAdd(schema, static schema =>
        {
            var binding = new Binding(schema);
            foreach (var regel in Regels.Alle.Concat(Regels.Advice).Concat(Regels.Chain)) binding.Add(regel);
            return binding.Alle;
        });
        var melders = gebonden.Select(check => check.Regel).Distinct().ToDictionary(regel => regel, regel => new Melder(regel, Meld));
        var perKlasse = gebonden.ToLookup(check => check.Klasse);
        _perKlasse = [.. schema.Klassen.Select(klasse => perKlasse[klasse.Id].Select(check => (check.Maak(_geheugen), melders[check.Regel])).ToArray())];
    }

    /// <summary>Starts on a new bericht: forgets what was remembered of the last.</summary>
    public void Reset() => _geheugen.Wis();

    /// <summary>Checks a class that has been read whole.</summary>
    public void Klasse(Record record)
    {
        _record = record;
        foreach (var (check, melder) in _perKlasse[record.Klasse.Id]) check(record, melder);
    }

    private void Meld(string regel, Veld? veld, FindingText text, FindingKind kind) => _reader.Report(2, regel, _record!, veld, text, kind);
}
