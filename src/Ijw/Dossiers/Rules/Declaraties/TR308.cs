using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The ProductPeriode doesn't end after the toewijzing (rules.md 6).</summary>
internal sealed class TR308 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToegewezen((prestatie, toewijzing, toetsing) =>
    {
        if (prestatie.Waarde.Periode.Eind > toewijzing.Periode.Eind) toetsing.Meld(prestatie, "ProductPeriode/Einddatum");
    });
}
