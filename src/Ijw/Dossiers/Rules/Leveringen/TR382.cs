using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A stop names the toewijzing, product and Begindatum of the latest start (rules.md 6, OP155).</summary>
internal sealed class TR382 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnStop(
            (stop, state, assessment) =>
            {
                if (!stop.Value.IsRemoval && !state.IsLastStart)
                {
                    assessment.Report(stop);
                }
            }
        );
}
