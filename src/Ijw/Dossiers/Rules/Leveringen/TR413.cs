using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>After a temporary stop no second temporary stop follows at the same start (rules.md 6).</summary>
internal sealed class TR413 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnStop(
            (stop, state, assessment) =>
            {
                if (stop.Value is { IsRemoval: false, IsTemporary: true } && state.Stops.Temporary > 0)
                {
                    assessment.Report(stop, "RedenBeeindiging");
                }
            }
        );
}
