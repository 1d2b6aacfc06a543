using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A toewijzing with a category and no code gets no omvang (rules.md 6); one without any product is TR375.</summary>
internal sealed class TR412 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnWijziging(
            (product, toewijzing, assessment) =>
            {
                var isAspecifiek = toewijzing.Product is { Code: null };
                if (isAspecifiek && product.Value.Omvang is not null && product.Value.RunsPast2020(toewijzing))
                {
                    assessment.Report(product, "Omvang");
                }
            }
        );
}
