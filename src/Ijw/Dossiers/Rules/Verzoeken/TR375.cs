using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A toewijzing without a product gets no omvang (rules.md 6).</summary>
internal sealed class TR375 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpWijziging((product, toewijzing, toetsing) =>
    {
        if (toewijzing.Product is null && product.Waarde.Omvang is not null && product.Waarde.LooptDoorNa2020(toewijzing)) toetsing.Meld(product, "Omvang");
    });
}
