using System.Collections.Frozen;
using Hub.Deelnemers;

namespace Hub.Termijnen;

/// <summary>The werkdagen of each gemeente. They hold for both parties of its berichten, so that both count the same days.</summary>
public sealed class Werkkalenders
{
    private readonly FrozenDictionary<string, Werkdagen> _perGemeente;

    /// <summary>Those of a region.</summary>
    public Werkkalenders(Deelnemerslijst deelnemers)
    {
        ArgumentNullException.ThrowIfNull(deelnemers);
        _perGemeente = deelnemers.Alle
            .Where(deelnemer => deelnemer.Soort == DeelnemerSoort.Gemeente)
            .ToFrozenDictionary(gemeente => gemeente.Code, gemeente => new Werkdagen([.. deelnemers.VrijeDagen, .. gemeente.VrijeDagen]), StringComparer.Ordinal);
    }

    /// <summary>The werkdagen of a gemeente; of one that takes no part (any more) those without free days of its own.</summary>
    public Werkdagen Van(string gemeentecode) => _perGemeente.GetValueOrDefault(gemeentecode) ?? Landelijk;

    private static Werkdagen Landelijk { get; } = new([]);
}
