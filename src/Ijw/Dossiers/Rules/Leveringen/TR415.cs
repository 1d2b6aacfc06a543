using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>After a final stop nothing but a new start follows (rules.md 6).</summary>
internal sealed class TR415 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnStop(
            (stop, state, assessment) =>
            {
                if (!stop.Value.IsRemoval && state.Stops.Definitive > 0)
                {
                    assessment.Report(stop);
                }
            }
        );
}
