using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The volume fits in what the toewijzing allows in its period (rules.md 6, process.md 7.1).</summary>
internal sealed class TR321 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToegewezen((prestatie, toewijzing, toetsing) =>
    {
        var waarde = prestatie.Waarde;
        if (toewijzing.Omvang is not { } omvang || Volumemaximum.Maat(omvang, waarde.Eenheid, waarde.GeleverdVolume) is not { } volume) return;
        if (volume > Volumemaximum.InPeriode(omvang, toewijzing.Periode, waarde.Periode)) toetsing.Meld(prestatie, "GeleverdVolume");
    });
}
