using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A TeWijzigenProduct is a current toewijzing of the client at the aanbieder (rules.md 6).</summary>
internal sealed class TR351 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<VerzoekToWijziging>(
            (bericht, assessment) =>
            {
                foreach (var product in bericht.ToChange)
                {
                    if (!assessment.IsCurrent(product.Value.ToewijzingNummer, bericht.Client.Value.Key))
                    {
                        assessment.Report(product, "ToewijzingNummer");
                    }
                }
            }
        );
}
