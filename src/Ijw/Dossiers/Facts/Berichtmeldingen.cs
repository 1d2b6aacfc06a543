namespace Ijw.Dossiers.Facts;

/// <summary>That an Identificatie was used; also by a bericht that was rejected (S-ID, TR056).</summary>
/// <param name="Herkomst">The bericht that used it.</param>
/// <param name="Plaats">0.</param>
/// <param name="Afzender">Afzender in its Header.</param>
/// <param name="Identificatie">Identificatie in its Header.</param>
public sealed record Identificatiegebruik(Herkomst Herkomst, int Plaats, string Afzender, string Identificatie) : Feit(Herkomst, Plaats)
{
    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Identificatiegebruik;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten => [Documentsleutel.Identificatie(Afzender, Herkomst.Berichtsoort, Identificatie)];
}

/// <summary>That a heenbericht was answered, from a retour or a JW325 (S-RT).</summary>
/// <param name="Herkomst">The answer.</param>
/// <param name="Plaats">0.</param>
/// <param name="Heenbericht">The kind of the heenbericht, such as <c>JW301</c>.</param>
/// <param name="Afzender">Afzender of the heenbericht.</param>
/// <param name="Identificatie">Identificatie of the heenbericht.</param>
/// <param name="IsAanvaard">False when the answer says that the heenbericht counts as never sent.</param>
public sealed record Retourmelding(Herkomst Herkomst, int Plaats, string Heenbericht, string Afzender, string Identificatie, bool IsAanvaard)
    : Feit(Herkomst, Plaats)
{
    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Retourmelding;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten => [Documentsleutel.Antwoorden(Herkomst.Paar, Heenbericht, Afzender, Identificatie)];
}
