using System.Collections.Concurrent;
using Ijw.Catalogue;
using Ijw.Reading;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules;

/// <summary>The rules at work on berichten of one kind, one bericht after the other.</summary>
internal sealed class RuleLoop
{
    private static readonly ConcurrentDictionary<Schema, IReadOnlyList<Binding.BoundCheck>> Bindings = new();

    private readonly (RecordCheck Check, Reporter Reporter)[][] _perKlasse;
    private readonly BerichtReader _reader;
    private readonly Memory _memory = new();
    private Record? _record;

    /// <summary>The rules for one berichtsoort; for each bericht they start anew.</summary>
    public RuleLoop(Schema schema, BerichtReader reader)
    {
        _reader = reader;
        var bound = Bindings.GetOrAdd(
            schema,
            static schema =>
            {
                var binding = new Binding(schema);
                foreach (var rule in RuleList.All.Concat(RuleList.Advice).Concat(RuleList.Chain))
                {
                    binding.Add(rule);
                }
                return binding.All;
            }
        );
        var reporters = bound.Select(check => check.Rule).Distinct().ToDictionary(rule => rule, rule => new Reporter(rule, Report));
        var perKlasse = bound.ToLookup(check => check.Klasse);
        _perKlasse =
        [
            .. schema.Klassen.Select(klasse =>
                perKlasse[klasse.Id].Select(check => (check.Make(_memory), reporters[check.Rule])).ToArray()
            ),
        ];
    }

    /// <summary>Starts on a new bericht: forgets what was remembered of the last.</summary>
    public void Reset() => _memory.Erase();

    /// <summary>Checks a class that has been read whole.</summary>
    public void Klasse(Record record)
    {
        _record = record;
        foreach (var (check, reporter) in _perKlasse[record.Klasse.Id])
        {
            check(record, reporter);
        }
    }

    private void Report(string rule, Field? field, FindingText text, FindingKind kind) =>
        _reader.Report(2, rule, _record!, field, text, kind);
}
