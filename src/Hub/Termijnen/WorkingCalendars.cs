using System.Collections.Frozen;
using Hub.Deelnemers;

namespace Hub.Termijnen;

/// <summary>The werkdagen of each gemeente. They hold for both parties of its berichten, so that both count the same days.</summary>
public sealed class WorkingCalendars
{
    private readonly FrozenDictionary<string, WorkingDays> _perGemeente;

    /// <summary>Those of a region.</summary>
    public WorkingCalendars(DeelnemerList deelnemers)
    {
        ArgumentNullException.ThrowIfNull(deelnemers);
        _perGemeente = deelnemers
            .All.Where(deelnemer => deelnemer.Kind == DeelnemerKind.Gemeente)
            .ToFrozenDictionary(
                gemeente => gemeente.Code,
                gemeente => new WorkingDays([.. deelnemers.FreeDays, .. gemeente.FreeDays]),
                StringComparer.Ordinal
            );
    }

    /// <summary>The werkdagen of a gemeente; of one that takes no part (any more) those without free days of its own.</summary>
    public WorkingDays Of(string gemeentecode) => _perGemeente.GetValueOrDefault(gemeentecode) ?? National;

    private static WorkingDays National { get; } = new([]);
}
