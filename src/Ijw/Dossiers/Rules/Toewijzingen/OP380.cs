using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>What only lasts longer is extended under its own number, not followed by a new one (rules.md 8); advice.</summary>
internal sealed class OP380 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<ToewijzingBericht>(
            (bericht, assessment) =>
            {
                var known = assessment
                    .Dossier.Toewijzingen(bericht.Client.Value.Key)
                    .Where(toewijzing =>
                        toewijzing.Product is { IsRemoved: false, Budget: null } product && product.Einddatum >= bericht.Dagtekening
                    )
                    .ToLookup(toewijzing => (toewijzing.Product.Product, toewijzing.Product.Einddatum), toewijzing => toewijzing.Product);
                foreach (var product in bericht.Products)
                {
                    var updated = product.Value;
                    if (updated.Budget is not null || updated.IsRemoved || updated.Ingangsdatum == DateOnly.MinValue)
                    {
                        continue;
                    }
                    if (assessment.Dossier.Toewijzing(updated.ToewijzingNummer) is not null)
                    {
                        continue;
                    }
                    var adjoining = known[(updated.Product, updated.Ingangsdatum.AddDays(-1))];
                    if (adjoining.Any(old => IsExtension(old.Omvang, updated.Omvang)))
                    {
                        assessment.Advise(product, "ToewijzingNummer");
                    }
                }
            }
        );

    private static bool IsExtension(Omvang? old, Omvang? updated) => old == updated && updated?.Frequentie != "6";
}
