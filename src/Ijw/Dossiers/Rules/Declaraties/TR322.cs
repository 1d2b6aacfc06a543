using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>All that is declared on a toewijzing fits in what it allows over its whole period (rules.md 6, process.md 7.2).</summary>
internal sealed class TR322 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpTotaal((prestatie, toewijzing, toetsing) =>
    {
        if (toewijzing.Omvang is not { } omvang || Volumemaximum.Totaal(omvang, toewijzing.Periode) is not { } maximum) return;
        if (!Lopendetelling.Van(Code, toetsing, Maat).Neem(prestatie, toewijzing, maximum)) toetsing.Meld(prestatie, "GeleverdVolume");
    });

    private static long Maat(Prestatie prestatie, ToegewezenProduct toewijzing) =>
        toewijzing.Omvang is { } omvang ? Volumemaximum.Maat(omvang, prestatie.Eenheid, prestatie.GeleverdVolume) ?? 0 : 0;
}
