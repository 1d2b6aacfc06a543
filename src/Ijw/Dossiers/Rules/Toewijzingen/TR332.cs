using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>
/// A ToewijzingNummer belongs to one toewijzing of the gemeente: client, aanbieder, product and Ingangsdatum stay as they are (rules.md 6).
/// </summary>
internal sealed class TR332 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToewijzing(
            (product, client, assessment) =>
            {
                var value = product.Value;
                foreach (var earlier in assessment.Dossier.OnNumber(value.ToewijzingNummer))
                {
                    if (
                        earlier.Client == client
                        && earlier.Origin.Aanbieder == assessment.Dossier.Aanbieder
                        && earlier.Product.Product == value.Product
                        && earlier.Product.Ingangsdatum == value.Ingangsdatum
                    )
                    {
                        continue;
                    }
                    assessment.Report(product, "ToewijzingNummer");
                    return;
                }
            }
        );
}
