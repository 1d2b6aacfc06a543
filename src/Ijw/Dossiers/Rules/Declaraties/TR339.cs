using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A prestatie has the category of the toewijzing, when that has one (rules.md 6).</summary>
internal sealed class TR339 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToegewezen((prestatie, toewijzing, toetsing) =>
    {
        if (toewijzing.Product is { } product && product.Categorie != prestatie.Waarde.ProductCategorie) toetsing.Meld(prestatie, "ProductCategorie");
    });
}
