using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>
/// A toewijzing is ended in the past only with the consent of the aanbieder, which no bericht tells (rules.md 8); advice.
/// </summary>
internal sealed class OP186 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnWijzigingOf(
            (product, previous, assessment) =>
            {
                var end = product.Value.Einddatum;
                if (!product.Value.IsRemoved && end < assessment.Content.Dagtekening && end < previous.Period.End)
                {
                    assessment.Advise(product, "Einddatum");
                }
            }
        );
}
