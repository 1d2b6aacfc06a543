using Ijw.Dossiers;
using Ijw.Inhoud;

namespace Ijw.Rules.Overstijgend;

/// <summary>
/// A product on a toewijzing is declared once per period, unless the earlier debet was refused or credited (rules.md 6, 11.3); a credit in the
/// same bericht comes first (OP366), when it isn't refused itself.
/// </summary>
internal sealed class TR389 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpDebet((prestatie, toetsing) =>
    {
        foreach (var eerder in toetsing.Dossier.Prestaties.DebetsOp(Declaratieplaats.Van(prestatie.Waarde)))
        {
            if (eerder.Uitslag == Prestatieuitslag.Afgewezen || toetsing.Dossier.IsGecrediteerd(eerder)) continue;
            if (toetsing.Deel(nameof(TR389), () => Credits(toetsing)).Contains((eerder.Prestatie.Client, eerder.Prestatie.ReferentieNummer))) continue;
            toetsing.Meld(prestatie);
            return;
        }
    });

    private static HashSet<(Clientsleutel, string)> Credits(Toetsing toetsing) =>
    [
        .. ((Declaratiebericht)toetsing.Inhoud).Clienten
            .SelectMany(client => client.Waarde.Prestaties)
            .Where(prestatie => prestatie.Waarde.VorigReferentieNummer is not null && !toetsing.IsAfgewezen(prestatie))
            .Select(prestatie => (prestatie.Waarde.Client, prestatie.Waarde.VorigReferentieNummer!)),
    ];
}
