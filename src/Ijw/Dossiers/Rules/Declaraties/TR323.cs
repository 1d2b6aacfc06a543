using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A credit takes back a debet of the same client and toewijzing that was granted (rules.md 6, 11.6).</summary>
internal sealed class TR323 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnCredit(
            (credit, assessment) =>
            {
                if (assessment.Debet(credit.Value) is null)
                {
                    assessment.Report(credit, "ProductReferentie/VorigReferentieNummer");
                }
            }
        );
}
