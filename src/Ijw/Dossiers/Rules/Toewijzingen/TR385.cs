using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>A toewijzing isn't removed while prestaties on it are granted and not credited (rules.md 6).</summary>
internal sealed class TR385 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToewijzing(
            (product, _, assessment) =>
            {
                if (product.Value.RedenWijziging != "13")
                {
                    return;
                }
                foreach (var notice in assessment.Dossier.Prestaties.OnToewijzing(product.Value.ToewijzingNummer))
                {
                    if (notice.Prestatie.IsCredit || notice.Outcome != PrestatieOutcome.Granted || assessment.Dossier.IsCredited(notice))
                    {
                        continue;
                    }
                    assessment.Report(product, "RedenWijziging");
                    return;
                }
            }
        );
}
