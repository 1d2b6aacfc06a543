using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A debet is credited once (rules.md 6, 11.5).</summary>
internal sealed class TR390 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnCredit(
            (credit, assessment) =>
            {
                if (assessment.Debet(credit.Value) is { } debet && assessment.Dossier.IsCredited(debet))
                {
                    assessment.Report(credit, "ProductReferentie/VorigReferentieNummer");
                }
            }
        );
}
