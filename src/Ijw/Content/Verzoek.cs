namespace Ijw.Content;

/// <summary>The request of a VOW.</summary>
/// <param name="ReferentieAanbieder">The reference, 1 to 36 characters.</param>
public sealed record Verzoek(string ReferentieAanbieder);
