using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>
/// A start is reported for what is assigned: within the days of the toewijzing, and not on a removed one (process.md 5); advice.
/// </summary>
internal sealed class OP363 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnStart(
            (start, _, assessment) =>
            {
                if (start.Value is not { IsRemoval: false, ToewijzingNummer: { } number } product)
                {
                    return;
                }
                if (assessment.Dossier.Toewijzing(number) is not { Product: var toewijzing })
                {
                    return;
                }
                var outsideIt = product.Begindatum < toewijzing.Period.Begin || product.Begindatum > toewijzing.Period.End;
                if (toewijzing.IsRemoved || outsideIt)
                {
                    assessment.Advise(start, "Begindatum", toewijzing.IsRemoved ? "removed" : "");
                }
            }
        );
}
