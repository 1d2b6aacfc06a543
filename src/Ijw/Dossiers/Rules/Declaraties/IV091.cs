using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A credit is a copy of its debet; a gemeente can't refuse one that isn't, so it is advice (rules.md 11.7).</summary>
internal sealed class IV091 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpCredit((credit, toetsing) =>
    {
        if (toetsing.Debet(credit.Waarde) is { } debet && !IsKopie(credit.Waarde, debet.Prestatie)) toetsing.Adviseer(credit);
    });

    private static bool IsKopie(Prestatie credit, Prestatie debet) =>
        (credit with { ReferentieNummer = debet.ReferentieNummer, VorigReferentieNummer = debet.VorigReferentieNummer, IsCredit = false }) == debet;
}
