using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A start begins when no other start of the toegewezen product is open (rules.md 6).</summary>
internal sealed class TR326 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnStart(
            (start, state, assessment) =>
            {
                if (!start.Value.IsRemoval && state.HasOpenStart)
                {
                    assessment.Report(start);
                }
            }
        );
}
