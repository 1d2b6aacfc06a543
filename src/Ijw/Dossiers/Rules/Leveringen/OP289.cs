using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>A product has one current start: a new one begins after the last stop (process.md 5); advice.</summary>
internal sealed class OP289 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnStart(
            (start, state, assessment) =>
            {
                if (start.Value is { IsRemoval: false } product && product.Begindatum <= state.LastEnd)
                {
                    assessment.Advise(start, "Begindatum");
                }
            }
        );
}
