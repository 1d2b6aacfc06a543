using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Several;

/// <summary>
/// The client belongs to the toewijzing or declaratie (rules.md 6, 11.10). Three readings: of a VOW the client has some toewijzing; of a JW323
/// each debet is on a toewijzing of its client, and a client with debets alone and no toewijzing at all is refused as a whole; of a JW325 the
/// client stood in the JW323.
/// </summary>
internal sealed class TR304 : Dossierregel
{
    private const string Bsn = "Bsn";

    public override void Bind(Dossierbinding binding)
    {
        binding.Op<VerzoekOmWijziging>((bericht, toetsing) =>
        {
            if (toetsing.Dossier.Toewijzingen(bericht.Client.Waarde.Sleutel).Count == 0) toetsing.Meld(bericht.Client, Bsn);
        });
        binding.OpElk<Declaratiebericht, DeclaratieClient>(bericht => bericht.Clienten, (client, toetsing) =>
        {
            // A credit is only refused for what is wrong with its own link (IV085), so never with its client.
            var alleenDebet = client.Waarde.Prestaties.All(prestatie => !prestatie.Waarde.IsCredit);
            if (alleenDebet && toetsing.Dossier.Toewijzingen(client.Waarde.Sleutel).Count == 0) toetsing.Meld(client, Bsn);
        });
        binding.OpDebet((prestatie, toetsing) =>
        {
            var toewijzing = toetsing.Dossier.Toewijzing(prestatie.Waarde.ToewijzingNummer);
            if (toewijzing?.IsVan(prestatie.Waarde.Client) == false) toetsing.Meld(prestatie, "ToewijzingNummer", "other-client");
        });
        binding.OpElk<DeclaratieAntwoordbericht, DeclaratieClient>(bericht => bericht.Clienten, (client, toetsing) =>
        {
            if (toetsing.Declaratie() is { } declaratie && !StondErin(client.Waarde, declaratie, toetsing.Dossier)) toetsing.Meld(client, Bsn, "answer");
        });
    }

    private static bool StondErin(DeclaratieClient client, Declaratiemelding declaratie, Dossier dossier)
    {
        var genoemd = client.Prestaties.SelectMany(prestatie => dossier.Prestaties.OpReferentie(prestatie.Waarde.ReferentieNummer));
        var opToewijzing = dossier.Toewijzingen(client.Sleutel).SelectMany(toewijzing => dossier.Prestaties.OpToewijzing(toewijzing.Nummer));
        return genoemd.Concat(opToewijzing)
            .Any(melding => melding.Herkomst.BerichtId == declaratie.Herkomst.BerichtId && melding.Prestatie.Client == client.Sleutel);
    }
}
