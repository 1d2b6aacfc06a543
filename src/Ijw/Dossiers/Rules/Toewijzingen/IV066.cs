using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>Another omvang per day, week or month is another toewijzing with a number of its own (rules.md 9); advice.</summary>
internal sealed class IV066 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnWijzigingOf(
            (product, previous, assessment) =>
            {
                var (now, earlier) = (product.Value.Omvang, previous.Omvang);
                if (now == earlier)
                {
                    return;
                }
                var isTotal = now?.Frequentie == "6" && earlier?.Frequentie == "6" && now.Eenheid == earlier.Eenheid;
                if (!isTotal)
                {
                    assessment.Advise(product, "Omvang");
                }
            }
        );
}
