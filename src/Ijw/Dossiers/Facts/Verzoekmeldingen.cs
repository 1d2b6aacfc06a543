using Ijw.Inhoud;

namespace Ijw.Dossiers.Facts;

/// <summary>One request: an AangevraagdProduct of a JW315, or a JW317 as a whole (S-VZ).</summary>
/// <param name="Herkomst">The JW315 or JW317.</param>
/// <param name="Plaats">The place of the AangevraagdProduct; 0 for a JW317.</param>
/// <param name="Client">The client.</param>
/// <param name="ReferentieAanbieder">The reference.</param>
/// <param name="Product">The product of a VOT; null for a VOW and for a generieke toewijzing.</param>
/// <param name="Periode">The days that a VOT asks for; null for a VOW.</param>
public sealed record Verzoekmelding(Herkomst Herkomst, int Plaats, Clientsleutel Client, string ReferentieAanbieder, Product? Product, Periode? Periode)
    : Feit(Herkomst, Plaats)
{
    /// <summary>True for a request to change (VOW), false for one to assign (VOT).</summary>
    public bool IsWijziging => Periode is null;

    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Verzoekmelding;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten =>
        [Documentsleutel.Client(Herkomst.Paar, Client), Documentsleutel.Verzoek(Herkomst.Aanbieder, ReferentieAanbieder)];
}

/// <summary>The answer to a request, from a JW319 (S-VZ). A JW301 that honours it is the other answer: a <see cref="Toewijzingsversie"/>.</summary>
/// <param name="Herkomst">The JW319.</param>
/// <param name="Plaats">0.</param>
/// <param name="Antwoord">What the JW319 says.</param>
public sealed record Verzoekantwoord(Herkomst Herkomst, int Plaats, Antwoord Antwoord) : Feit(Herkomst, Plaats)
{
    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Verzoekantwoord;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten => [Documentsleutel.Verzoek(Herkomst.Aanbieder, Antwoord.ReferentieAanbieder)];
}
