using Ijw.Findings;
using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW325: what became of a JW323. What is granted stands not in it.</summary>
public sealed class DeclaratieAnswerBericht : BerichtContent
{
    internal DeclaratieAnswerBericht(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The JW323 it answers.</summary>
    public required DeclaratieReference Reference { get; init; }

    /// <summary>The RetourCodes of the Header.</summary>
    public required IReadOnlyList<string> Headercodes { get; init; }

    /// <summary>The answer; null when the JW323 was refused at its Header or at level 2.</summary>
    public Klasse<DeclaratieAntwoord>? Answer { get; init; }

    /// <summary>The clients of whom something was refused, in document order.</summary>
    public required IReadOnlyList<Klasse<DeclaratieClient>> Clienten { get; init; }
}

/// <summary>The JW323 that a JW325 says it answers.</summary>
/// <param name="Identificatie">Identificatie of the JW323.</param>
/// <param name="Dagtekening">Dagtekening of the JW323.</param>
/// <param name="BasisschemaXsdVersie">BasisschemaXsdVersie of the JW323.</param>
/// <param name="BerichtXsdVersie">BerichtXsdVersie of the JW323.</param>
public sealed record DeclaratieReference(string Identificatie, DateOnly Dagtekening, string BasisschemaXsdVersie, string BerichtXsdVersie);

/// <summary>What became of the declaratie.</summary>
/// <param name="DeclaratieNummer">The number of the declaratie.</param>
/// <param name="Codes">Its RetourCodes: 8001 or 0200 when it was processed.</param>
public sealed record DeclaratieAntwoord(string DeclaratieNummer, IReadOnlyList<string> Codes)
{
    /// <summary>True when it was processed; false when it counts as never sent (retour.md 3.1, shape D).</summary>
    public bool IsProcessed => Codes.All(code => code is Retourcodes.NoRemark or Retourcodes.CompleteGranted);
}
