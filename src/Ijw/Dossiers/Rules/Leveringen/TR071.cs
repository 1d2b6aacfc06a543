using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A start isn't removed while a stop belongs to it (rules.md 6).</summary>
internal sealed class TR071 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnStart(
            (start, state, assessment) =>
            {
                if (start.Value.IsRemoval && state.Stops.IsThere)
                {
                    assessment.Report(start, "StatusAanlevering");
                }
            }
        );
}
