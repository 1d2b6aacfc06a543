using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A start or stop that is new isn't known under its key already (rules.md 6).</summary>
internal sealed class TR074 : DossierRule
{
    public override void Bind(DossierBinding binding)
    {
        binding.OnStart(
            (start, state, assessment) =>
            {
                if (!start.Value.IsRemoval && state.IsKnown)
                {
                    assessment.Report(start);
                }
            }
        );
        binding.OnStop(
            (stop, state, assessment) =>
            {
                if (!stop.Value.IsRemoval && state.IsKnown)
                {
                    assessment.Report(stop);
                }
            }
        );
    }
}
