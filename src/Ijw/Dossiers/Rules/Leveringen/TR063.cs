using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>What is removed was reported under the same key and not removed yet (rules.md 6).</summary>
internal sealed class TR063 : DossierRule
{
    public override void Bind(DossierBinding binding)
    {
        binding.OnStart(
            (start, state, assessment) =>
            {
                if (start.Value.IsRemoval && !state.IsKnown)
                {
                    assessment.Report(start, "StatusAanlevering");
                }
            }
        );
        binding.OnStop(
            (stop, state, assessment) =>
            {
                if (stop.Value.IsRemoval && !state.IsKnown)
                {
                    assessment.Report(stop, "StatusAanlevering");
                }
            }
        );
    }
}
