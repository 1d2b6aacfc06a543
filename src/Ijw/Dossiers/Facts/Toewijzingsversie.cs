using Ijw.Inhoud;

namespace Ijw.Dossiers.Facts;

/// <summary>One version of a toewijzing, from a JW301 (S-TW).</summary>
/// <param name="Herkomst">The JW301.</param>
/// <param name="Plaats">The place of the ToegewezenProduct.</param>
/// <param name="Client">The client.</param>
/// <param name="Product">What the JW301 says.</param>
public sealed record Toewijzingsversie(Herkomst Herkomst, int Plaats, Clientsleutel Client, ToegewezenProduct Product) : Feit(Herkomst, Plaats)
{
    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Toewijzingsversie;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten
    {
        get
        {
            yield return Documentsleutel.Toewijzing(Herkomst.Paar, Product.ToewijzingNummer);
            yield return Documentsleutel.Client(Herkomst.Paar, Client);
            yield return Documentsleutel.Toewijzingsnummer(Herkomst.Gemeente, Product.ToewijzingNummer);
            if (Product.ReferentieAanbieder is { } referentie) yield return Documentsleutel.Verzoek(Herkomst.Aanbieder, referentie);
        }
    }
}
