using Hub.Zaken;

namespace Hub.Worklist;

/// <summary>A refused line (debet) of a declaratie.</summary>
public sealed record RefusedLine
{
    /// <summary>Names it within its list.</summary>
    public required string Key { get; init; }

    /// <summary>The JW323.</summary>
    public required string BerichtId { get; init; }

    /// <summary>Its place in the JW323, from 0 over all clients.</summary>
    public required int Index { get; init; }

    /// <summary>CBS code of the gemeente.</summary>
    public required string Gemeente { get; init; }

    /// <summary>The number of the declaratie; null when it is not known here: the bericht has it.</summary>
    public string? DeclaratieNummer { get; init; }

    /// <summary>What is declared.</summary>
    public required DeclaratiePlace Place { get; init; }

    /// <summary>The ReferentieNummer of the line; another text in its place when that may hold a BSN.</summary>
    public required string ReferentieNummer { get; init; }

    /// <summary>Units of <see cref="Eenheid"/>.</summary>
    public required int Volume { get; init; }

    /// <summary>WJ756, two characters.</summary>
    public required string Eenheid { get; init; }

    /// <summary>The amount, in eurocent.</summary>
    public required long Amount { get; init; }

    /// <summary>Why it was refused: retourcodes in ascending order; empty when the answer did not tell, or the register is older.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>When the declaratie came in (UTC).</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>When the answer that refused it came in (UTC); null when it is not known here.</summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>The later declaratie that declares the place again, granted or still open; null while there is none.</summary>
    public string? RepairedBy { get; init; }

    /// <summary>The code by which it is grouped: its first; empty when it has none.</summary>
    public string Code => Codes.Count > 0 ? Codes[0] : "";
}
