using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>
/// Another budget or total volume is asked for from the Ingangsdatum of the toewijzing (rules.md 6). When only the end date of such a
/// toewijzing changes, another date is advice (rules.md 11.15).
/// </summary>
internal sealed class TR373 : DossierRule
{
    private const string Wanted = "GewensteIngangsdatum";

    public override void Bind(DossierBinding binding) =>
        binding.OnWijziging(
            (product, toewijzing, assessment) =>
            {
                if (toewijzing.Budget is null && toewijzing.Omvang?.Frequentie != "6")
                {
                    return;
                }
                if (product.Value.GewensteIngangsdatum == toewijzing.Ingangsdatum)
                {
                    return;
                }
                if (Changes(product.Value, toewijzing))
                {
                    assessment.Report(product, Wanted);
                }
                else
                {
                    assessment.Advise(product, Wanted, "end-only");
                }
            }
        );

    private static bool Changes(TeWijzigenProduct product, ToegewezenProduct toewijzing) =>
        (product.Budget is not null && product.Budget != toewijzing.Budget)
        || (product.Omvang is not null && product.Omvang != toewijzing.Omvang);
}
