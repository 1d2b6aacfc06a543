using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// A product on a toewijzing is declared once per period, unless the earlier debet was refused or credited (rules.md 6, 11.3); a credit in the
/// same bericht comes first (OP366), when it isn't refused itself.
/// </summary>
internal sealed class TR389 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpDebet((prestatie, toetsing) =>
    {
        if (toetsing.Deel(nameof(TR389), () => Bezet(toetsing)).Contains(Declaratieplaats.Van(prestatie.Waarde))) toetsing.Meld(prestatie);
    });

    /// <summary>Of what this bericht declares, what was declared before and still stands.</summary>
    private static HashSet<Declaratieplaats> Bezet(Toetsing toetsing)
    {
        var prestaties = ((Declaratiebericht)toetsing.Inhoud).Clienten.SelectMany(client => client.Waarde.Prestaties).ToList();
        var gevraagd = prestaties.Where(prestatie => !prestatie.Waarde.IsCredit).Select(prestatie => Declaratieplaats.Van(prestatie.Waarde)).ToHashSet();
        var teruggenomen = prestaties
            .Where(prestatie => prestatie.Waarde.VorigReferentieNummer is not null && !toetsing.IsAfgewezen(prestatie))
            .Select(prestatie => (prestatie.Waarde.Client, prestatie.Waarde.VorigReferentieNummer!))
            .ToHashSet();
        var bezet = new HashSet<Declaratieplaats>();
        foreach (var nummer in gevraagd.Select(plaats => plaats.ToewijzingNummer).Distinct())
        {
            foreach (var eerder in toetsing.Dossier.Prestaties.OpToewijzing(nummer))
            {
                if (eerder.Prestatie.IsCredit || eerder.Uitslag == Prestatieuitslag.Afgewezen || toetsing.Dossier.IsGecrediteerd(eerder)) continue;
                var plaats = Declaratieplaats.Van(eerder.Prestatie);
                if (gevraagd.Contains(plaats) && !teruggenomen.Contains((eerder.Prestatie.Client, eerder.Prestatie.ReferentieNummer))) bezet.Add(plaats);
            }
        }

        return bezet;
    }
}
