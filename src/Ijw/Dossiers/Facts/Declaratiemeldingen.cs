using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>A declaratie, from a JW323 (S-DC).</summary>
/// <param name="Origin">The JW323.</param>
/// <param name="Place">0.</param>
/// <param name="Identificatie">Identificatie in its Header, by which a JW325 refers to it.</param>
/// <param name="BasisschemaXsdVersie">BasisschemaXsdVersie in its Header.</param>
/// <param name="BerichtXsdVersie">BerichtXsdVersie in its Header.</param>
/// <param name="Declaratie">What the JW323 says.</param>
public sealed record DeclaratieNotice(
    Origin Origin,
    int Place,
    string Identificatie,
    string BasisschemaXsdVersie,
    string BerichtXsdVersie,
    Declaratie Declaratie
) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.DeclaratieNotice;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents =>
        [DocumentKey.Declaraties(Origin.Pair), DocumentKey.Declaratienummer(Origin.Aanbieder, Declaratie.DeclaratieNummer)];
}

/// <summary>What became of a prestatie. The numbers are stored: they don't change.</summary>
public enum PrestatieOutcome
{
    /// <summary>No JW325 yet.</summary>
    Open = 0,

    /// <summary>The JW325 doesn't list it.</summary>
    Granted = 1,

    /// <summary>The JW325 lists it.</summary>
    Refused = 2,
}

/// <summary>A prestatie, from a JW323 (S-PR).</summary>
/// <param name="Origin">The JW323.</param>
/// <param name="Place">The place of the Prestatie over all clients.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Prestatie">What the JW323 says.</param>
public sealed record PrestatieNotice(Origin Origin, int Place, PrestatieOutcome Outcome, Prestatie Prestatie) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PrestatieNotice;

    /// <summary>Why it was refused: RetourCodes of the JW325 in ascending order, separated by a space; empty unless it was refused.</summary>
    public string Codes { get; init; } = "";

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents => [DocumentKey.Toewijzing(Origin.Pair, Prestatie.ToewijzingNummer)];
}

/// <summary>That an aanbieder has used a ReferentieNummer, also for a prestatie that was refused (TR314).</summary>
/// <param name="Origin">The JW323.</param>
/// <param name="Place">The place of the Prestatie over all clients.</param>
/// <param name="ReferentieNummer">The number.</param>
/// <param name="ToewijzingNummer">The toewijzing that the prestatie is on: where its <see cref="PrestatieNotice"/> stands.</param>
public sealed record ReferenceUse(Origin Origin, int Place, string ReferentieNummer, int ToewijzingNummer) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.ReferenceUse;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents => [DocumentKey.PrestatieReference(Origin.Aanbieder, ReferentieNummer)];
}
