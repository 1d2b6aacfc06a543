using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>
/// Of one toewijzing the latest decision counts; two that differ with one date and time leave it open which (process.md 10); advice.
/// </summary>
internal sealed class IV013 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToewijzing(
            (product, client, assessment) =>
            {
                var versions = assessment.Dossier.Toewijzing(product.Value.ToewijzingNummer)?.Versions ?? [];
                if (versions.Any(version => version.Client == client && Clashes(version.Product, product.Value)))
                {
                    assessment.Advise(product, "Toewijzingsdatum");
                }
            }
        );

    /// <summary>Another product or Ingangsdatum makes it another toewijzing, which is TR332.</summary>
    private static bool Clashes(ToegewezenProduct one, ToegewezenProduct other) =>
        ToewijzingRules.Decision(one) == ToewijzingRules.Decision(other)
        && one.Product == other.Product
        && one.Ingangsdatum == other.Ingangsdatum
        && Content(one) != Content(other);

    private static (DateOnly?, Omvang?, int?, bool) Content(ToegewezenProduct product) =>
        (product.Einddatum, product.Omvang, product.Budget, product.IsRemoved);
}
