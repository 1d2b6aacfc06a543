using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A toewijzing with a product code keeps an omvang (rules.md 6).</summary>
internal sealed class TR411 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpWijziging((product, toewijzing, toetsing) =>
    {
        if (toewijzing.Product?.Code is not null && product.Waarde.Omvang is null) toetsing.Meld(product, "Omvang");
    });
}
