using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Several;

/// <summary>
/// The client belongs to the toewijzing or declaratie (rules.md 6, 11.10). Three readings: of a VOW the client has some toewijzing; of a
/// JW323 each debet is on a toewijzing of its client, and a client with debets alone and no toewijzing at all is refused as a whole; of a
/// JW325 the client stood in the JW323.
/// </summary>
internal sealed class TR304 : DossierRule
{
    private const string Bsn = "Bsn";

    public override void Bind(DossierBinding binding)
    {
        binding.On<VerzoekToWijziging>(
            (bericht, assessment) =>
            {
                if (assessment.Dossier.Toewijzingen(bericht.Client.Value.Key).Count == 0)
                {
                    assessment.Report(bericht.Client, Bsn);
                }
            }
        );
        binding.OnEach<DeclaratieBericht, DeclaratieClient>(
            bericht => bericht.Clienten,
            (client, assessment) =>
            {
                // A credit is only refused for what is wrong with its own link (IV085), so never with its client.
                var debetOnly = client.Value.Prestaties.All(prestatie => !prestatie.Value.IsCredit);
                if (debetOnly && assessment.Dossier.Toewijzingen(client.Value.Key).Count == 0)
                {
                    assessment.Report(client, Bsn);
                }
            }
        );
        binding.OnDebet(
            (prestatie, assessment) =>
            {
                var toewijzing = assessment.Dossier.Toewijzing(prestatie.Value.ToewijzingNummer);
                if (toewijzing?.IsOf(prestatie.Value.Client) == false)
                {
                    assessment.Report(prestatie, "ToewijzingNummer", "other-client");
                }
            }
        );
        binding.OnEach<DeclaratieAnswerBericht, DeclaratieClient>(
            bericht => bericht.Clienten,
            (client, assessment) =>
            {
                if (assessment.Declaratie() is { } declaratie && !WasInIt(client.Value, declaratie, assessment.Dossier))
                {
                    assessment.Report(client, Bsn, "answer");
                }
            }
        );
    }

    private static bool WasInIt(DeclaratieClient client, DeclaratieNotice declaratie, Dossier dossier)
    {
        var named = client.Prestaties.SelectMany(prestatie => dossier.Prestaties.OnReference(prestatie.Value.ReferentieNummer));
        var onToewijzing = dossier.Toewijzingen(client.Key).SelectMany(toewijzing => dossier.Prestaties.OnToewijzing(toewijzing.Number));
        return named
            .Concat(onToewijzing)
            .Any(notice => notice.Origin.BerichtId == declaratie.Origin.BerichtId && notice.Prestatie.Client == client.Key);
    }
}
