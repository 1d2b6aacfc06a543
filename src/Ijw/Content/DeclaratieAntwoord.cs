using Ijw.Findings;

namespace Ijw.Content;

/// <summary>What became of the declaratie.</summary>
/// <param name="DeclaratieNummer">The number of the declaratie.</param>
/// <param name="Codes">Its RetourCodes: 8001 or 0200 when it was processed.</param>
public sealed record DeclaratieAntwoord(string DeclaratieNummer, IReadOnlyList<string> Codes)
{
    /// <summary>True when it was processed; false when it counts as never sent (retour.md 3.1, shape D).</summary>
    public bool IsProcessed => Codes.All(code => code is Retourcodes.NoRemark or Retourcodes.CompleteGranted);
}
