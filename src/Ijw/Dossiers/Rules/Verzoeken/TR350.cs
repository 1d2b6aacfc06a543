using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>An OngewijzigdProduct is a current toewijzing of the client at the aanbieder (rules.md 6).</summary>
internal sealed class TR350 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<VerzoekToWijziging>(
            (bericht, assessment) =>
            {
                foreach (var product in bericht.Unchanged)
                {
                    if (!assessment.IsCurrent(product.Value.ToewijzingNummer, bericht.Client.Value.Key))
                    {
                        assessment.Report(product, "ToewijzingNummer");
                    }
                }
            }
        );
}
