namespace Hub.Measures;

/// <summary>A check at the page that rejects, of which nothing is known but the codes.</summary>
/// <param name="Codes">Codes of the rules that it broke.</param>
/// <param name="Tracked">
/// Names sender, berichtsoort and Identificatie by a keyed hash; null when checks are not followed (the region's choice).
/// </param>
/// <param name="At">When it was done (UTC).</param>
public sealed record ControlFinding(IReadOnlyList<string> Codes, string? Tracked, DateTimeOffset At);
