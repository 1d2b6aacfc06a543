using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>
/// A stop doesn't end before an earlier stop at the same start (rules.md 6); what removes a stop isn't held to it (rules.md 11.16).
/// </summary>
internal sealed class TR414 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnStop(
            (stop, state, assessment) =>
            {
                if (!stop.Value.IsRemoval && stop.Value.Einddatum < state.Stops.End)
                {
                    assessment.Report(stop, "Einddatum");
                }
            }
        );
}
