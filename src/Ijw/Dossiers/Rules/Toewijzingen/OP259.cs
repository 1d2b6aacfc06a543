using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Dossiers.Rules.Verzoeken;
using Ijw.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>
/// The same product isn't assigned twice in one period; TR302 refuses it within a bericht, over berichten it is advice (rules.md 11.29).
/// </summary>
internal sealed class OP259 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<ToewijzingBericht>(
            (bericht, assessment) =>
            {
                var named = bericht.Products.Select(product => product.Value.ToewijzingNummer).ToHashSet();
                var other = new ProductPeriods();
                foreach (var toewijzing in assessment.Dossier.Toewijzingen(bericht.Client.Value.Key))
                {
                    if (!named.Contains(toewijzing.Number) && !toewijzing.Product.IsRemoved)
                    {
                        other.Add(toewijzing.Product.Product, toewijzing.Product.Period);
                    }
                }
                foreach (var product in bericht.Products)
                {
                    if (!product.Value.IsRemoved && other.Overlaps(product.Value.Product, product.Value.Period))
                    {
                        assessment.Advise(product);
                    }
                }
            }
        );
}
