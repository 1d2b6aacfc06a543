using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The ProductPeriode doesn't begin before the toewijzing (rules.md 6).</summary>
internal sealed class TR307 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToegewezen((prestatie, toewijzing, toetsing) =>
    {
        if (prestatie.Waarde.Periode.Begin < toewijzing.Periode.Begin) toetsing.Meld(prestatie, "ProductPeriode/Begindatum");
    });
}
