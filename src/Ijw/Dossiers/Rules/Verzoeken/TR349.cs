using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>
/// A VOW names every current toewijzing of the client at the aanbieder exactly once (rules.md 6). Current on the Dagtekening; a toewijzing
/// that was received after it can't be asked for (OP095).
/// </summary>
internal sealed class TR349 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<VerzoekToWijziging>(
            (bericht, assessment) =>
            {
                var named = new HashSet<int>();
                var duplicate = false;
                foreach (var product in bericht.Unchanged)
                {
                    named.Add(product.Value.ToewijzingNummer);
                }
                foreach (var product in bericht.ToChange)
                {
                    duplicate |= !named.Add(product.Value.ToewijzingNummer);
                }
                var missing = assessment
                    .Dossier.Toewijzingen(bericht.Client.Value.Key)
                    .Any(toewijzing =>
                        toewijzing.IsCurrent(bericht.Dagtekening)
                        && toewijzing.IsReceivedOn(bericht.Dagtekening)
                        && !named.Contains(toewijzing.Number)
                    );
                if (duplicate || missing)
                {
                    assessment.Report(bericht.Verzoek, variant: missing ? "" : "double");
                }
            }
        );
}
