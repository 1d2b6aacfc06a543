namespace Ijw.Content;

/// <summary>The JW323 that a JW325 says it answers.</summary>
/// <param name="Identificatie">Identificatie of the JW323.</param>
/// <param name="Dagtekening">Dagtekening of the JW323.</param>
/// <param name="BasisschemaXsdVersie">BasisschemaXsdVersie of the JW323.</param>
/// <param name="BerichtXsdVersie">BerichtXsdVersie of the JW323.</param>
public sealed record DeclaratieReference(string Identificatie, DateOnly Dagtekening, string BasisschemaXsdVersie, string BerichtXsdVersie);
