using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// The tariff is that of the contract (rules.md 6). The contract is in no bericht: against a list of products it is advice (rules.md
/// 11.20).
/// </summary>
internal sealed class TR418 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToegewezen(
            (prestatie, toewijzing, assessment) =>
            {
                if (prestatie.Value.ProductTarief is not { } rate)
                {
                    return;
                }
                var rates = assessment
                    .Agreements(prestatie.Value, toewijzing)
                    .Select(agreement => agreement.RatePer(prestatie.Value.Eenheid))
                    .OfType<int>()
                    .ToList();
                if (rates.Count > 0 && !rates.Contains(rate))
                {
                    assessment.Advise(prestatie, "ProductTarief");
                }
            }
        );
}
