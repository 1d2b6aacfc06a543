using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>
/// An aanbieder has one request at a time for a client at a gemeente; it is over when each of its products is answered for good (rules.md
/// 6).
/// </summary>
internal sealed class TR374 : DossierRule
{
    public override void Bind(DossierBinding binding)
    {
        binding.On<VerzoekToToewijzing>((bericht, assessment) => Check(bericht.Client, assessment));
        binding.On<VerzoekToWijziging>((bericht, assessment) => Check(bericht.Client, assessment));
    }

    private static void Check(Klasse<Client> client, Assessment assessment)
    {
        var dossier = assessment.Dossier;
        if (dossier.Verzoeken(client.Value.Key).Any(verzoek => !dossier.Verzoek(verzoek.ReferentieAanbieder).IsHandled))
        {
            assessment.Report(client);
        }
    }
}
