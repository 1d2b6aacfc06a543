using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>An aanbieder uses the reference of a request once, over all gemeenten and both kinds of request (rules.md 6).</summary>
internal sealed class TR347 : DossierRule
{
    public override void Bind(DossierBinding binding)
    {
        binding.OnEach<VerzoekToToewijzing, AangevraagdProduct>(
            bericht => bericht.Products,
            (product, assessment) => Check(product, product.Value.ReferentieAanbieder, assessment)
        );
        binding.On<VerzoekToWijziging>(
            (bericht, assessment) => Check(bericht.Verzoek, bericht.Verzoek.Value.ReferentieAanbieder, assessment)
        );
    }

    private static void Check(IKlasse klasse, string reference, Assessment assessment)
    {
        if (assessment.Dossier.Verzoek(reference).Notices.Count > 0)
        {
            assessment.Report(klasse, "ReferentieAanbieder");
        }
    }
}
