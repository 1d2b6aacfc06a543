namespace Ijw.Content;

/// <summary>The answer to a request.</summary>
/// <param name="ReferentieAanbieder">The reference of the request.</param>
/// <param name="IsInInvestigation">VerzoekAntwoord 2: a final answer follows; 1 refuses.</param>
public sealed record Answer(string ReferentieAanbieder, bool IsInInvestigation);
