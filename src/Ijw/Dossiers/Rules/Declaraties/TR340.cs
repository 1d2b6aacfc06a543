using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A prestatie has the code of the toewijzing, when that has one (rules.md 6).</summary>
internal sealed class TR340 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToegewezen(
            (prestatie, toewijzing, assessment) =>
            {
                if (toewijzing.Product?.Code is { } code && code != prestatie.Value.ProductCode)
                {
                    assessment.Report(prestatie, "ProductCode");
                }
            }
        );
}
