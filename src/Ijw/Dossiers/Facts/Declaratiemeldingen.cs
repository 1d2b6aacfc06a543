using Ijw.Inhoud;

namespace Ijw.Dossiers.Facts;

/// <summary>A declaratie, from a JW323 (S-DC).</summary>
/// <param name="Herkomst">The JW323.</param>
/// <param name="Plaats">0.</param>
/// <param name="Identificatie">Identificatie in its Header, by which a JW325 refers to it.</param>
/// <param name="BasisschemaXsdVersie">BasisschemaXsdVersie in its Header.</param>
/// <param name="BerichtXsdVersie">BerichtXsdVersie in its Header.</param>
/// <param name="Declaratie">What the JW323 says.</param>
public sealed record Declaratiemelding(
    Herkomst Herkomst, int Plaats, string Identificatie, string BasisschemaXsdVersie, string BerichtXsdVersie, Declaratie Declaratie)
    : Feit(Herkomst, Plaats)
{
    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Declaratiemelding;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten =>
        [Documentsleutel.Declaraties(Herkomst.Paar), Documentsleutel.Declaratienummer(Herkomst.Aanbieder, Declaratie.DeclaratieNummer)];
}

/// <summary>What became of a prestatie. The numbers are stored: they don't change.</summary>
public enum Prestatieuitslag
{
    /// <summary>No JW325 yet.</summary>
    Open = 0,

    /// <summary>The JW325 doesn't list it.</summary>
    Toegekend = 1,

    /// <summary>The JW325 lists it.</summary>
    Afgewezen = 2,
}

/// <summary>A prestatie, from a JW323 (S-PR).</summary>
/// <param name="Herkomst">The JW323.</param>
/// <param name="Plaats">The place of the Prestatie over all clients.</param>
/// <param name="Uitslag">What became of it.</param>
/// <param name="Prestatie">What the JW323 says.</param>
public sealed record Prestatiemelding(Herkomst Herkomst, int Plaats, Prestatieuitslag Uitslag, Prestatie Prestatie) : Feit(Herkomst, Plaats)
{
    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Prestatiemelding;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten => [Documentsleutel.Toewijzing(Herkomst.Paar, Prestatie.ToewijzingNummer)];
}

/// <summary>That an aanbieder has used a ReferentieNummer, also for a prestatie that was refused (TR314).</summary>
/// <param name="Herkomst">The JW323.</param>
/// <param name="Plaats">The place of the Prestatie over all clients.</param>
/// <param name="ReferentieNummer">The number.</param>
/// <param name="ToewijzingNummer">The toewijzing that the prestatie is on: where its <see cref="Prestatiemelding"/> stands.</param>
public sealed record Referentiegebruik(Herkomst Herkomst, int Plaats, string ReferentieNummer, int ToewijzingNummer) : Feit(Herkomst, Plaats)
{
    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Referentiegebruik;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten => [Documentsleutel.Prestatiereferentie(Herkomst.Aanbieder, ReferentieNummer)];
}
