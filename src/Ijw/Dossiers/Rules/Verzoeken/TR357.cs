using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A change begins after the Dagtekening, or on the Ingangsdatum of the toewijzing (rules.md 6).</summary>
internal sealed class TR357 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnWijziging(
            (product, toewijzing, assessment) =>
            {
                var wanted = product.Value.GewensteIngangsdatum;
                if (wanted <= assessment.Content.Dagtekening && wanted != toewijzing.Ingangsdatum)
                {
                    assessment.Report(product, "GewensteIngangsdatum");
                }
            }
        );
}
