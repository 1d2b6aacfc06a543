namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>What was reported of a levering before one start or stop of the bericht under test.</summary>
/// <param name="IsKnown">The same start or stop, by its full key, was reported and not removed.</param>
/// <param name="HasOpenStart">Some start has no stop.</param>
/// <param name="IsLastStart">The latest start has the Begindatum and product of this one.</param>
/// <param name="Stops">The stops at the same Begindatum.</param>
/// <param name="LastEnd">The latest Einddatum of all stops; null when there are none.</param>
internal sealed record LeveringState(bool IsKnown, bool HasOpenStart, bool IsLastStart, StopState Stops, DateOnly? LastEnd);
