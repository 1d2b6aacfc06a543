using Ijw.Findings;

namespace Ijw.Reading;

/// <summary>
/// The findings on one bericht, up to a bound; level 2 findings count only when level 1 is clean. Advice has a bound of its own, so that it
/// never takes the place of what rejects.
/// </summary>
internal sealed class BevindingList(int max)
{
    private readonly List<Provisional> _bevindingen = [];
    private int _level1;
    private int _level2;
    private int _advice;

    private sealed record Provisional(
        int Level,
        string Rule,
        PathStep[] Path,
        long Offset,
        int LineNumber,
        int Column,
        string Text,
        FindingKind Kind
    );

    /// <summary>True when there is a finding at level 1.</summary>
    public bool HasLevel1 => _level1 > 0;

    /// <summary>True when there is a finding at level 2 that rejects.</summary>
    public bool HasLevel2 => _level2 > 0;

    /// <summary>How many findings there are at the level that decides.</summary>
    public int Count => HasLevel1 ? _level1 : _level2 + _advice;

    /// <summary>True when no more findings at level 1 will be kept: working out what they would say has no use.</summary>
    public bool IsFull => _level1 >= max;

    /// <summary>Counts one more; true when it is to be kept, and so its path and position are worth working out.</summary>
    public bool Tally(int level)
    {
        if (level > 1)
        {
            return !HasLevel1 && ++_level2 <= max;
        }
        if (++_level1 == 1)
        {
            _bevindingen.Clear();
        }
        return _level1 <= max;
    }

    /// <summary>Counts one more that only advises, at level 2; true when it is to be kept.</summary>
    public bool CountAdvice() => !HasLevel1 && ++_advice <= max;

    /// <summary>Keeps one that was counted.</summary>
    public void Store(
        int level,
        string rule,
        PathStep[] path,
        (long Offset, int LineNumber, int Column) place,
        string text,
        FindingKind kind = FindingKind.Fault
    ) => _bevindingen.Add(new Provisional(level, rule, path, place.Offset, place.LineNumber, place.Column, text, kind));

    /// <summary>The findings in document order.</summary>
    public IReadOnlyList<Bevinding> Make() =>
        _bevindingen.Count == 0
            ? []
            :
            [
                .. _bevindingen
                    .OrderBy(bevinding => bevinding.Offset)
                    .Select(bevinding => new Bevinding(
                        bevinding.Level,
                        bevinding.Rule,
                        bevinding is { Level: > 1, Kind: FindingKind.Fault } ? Retourcodes.TechnicallyRejected : null,
                        bevinding.Path.Length == 0 ? "/" : string.Concat(bevinding.Path),
                        bevinding.LineNumber,
                        bevinding.Column,
                        bevinding.Text
                    )
                    {
                        Advice = bevinding.Kind != FindingKind.Fault,
                        Chain = bevinding.Kind == FindingKind.Chain,
                    }),
            ];
}
