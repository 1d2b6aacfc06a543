using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>An aanbieder has one request at a time for a client at a gemeente; it is over when each of its products is answered for good (rules.md 6).</summary>
internal sealed class TR374 : Dossierregel
{
    public override void Bind(Dossierbinding binding)
    {
        binding.Op<VerzoekOmToewijzing>((bericht, toetsing) => Toets(bericht.Client, toetsing));
        binding.Op<VerzoekOmWijziging>((bericht, toetsing) => Toets(bericht.Client, toetsing));
    }

    private static void Toets(Klasse<Client> client, Toetsing toetsing)
    {
        var dossier = toetsing.Dossier;
        if (dossier.Verzoeken(client.Waarde.Sleutel).Any(verzoek => !dossier.Verzoek(verzoek.ReferentieAanbieder).IsAfgehandeld)) toetsing.Meld(client);
    }
}
