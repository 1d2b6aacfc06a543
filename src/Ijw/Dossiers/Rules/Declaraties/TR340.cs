using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A prestatie has the code of the toewijzing, when that has one (rules.md 6).</summary>
internal sealed class TR340 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToegewezen((prestatie, toewijzing, toetsing) =>
    {
        if (toewijzing.Product?.Code is { } code && code != prestatie.Waarde.ProductCode) toetsing.Meld(prestatie, "ProductCode");
    });
}
