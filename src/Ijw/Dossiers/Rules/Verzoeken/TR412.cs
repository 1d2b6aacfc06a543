using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A toewijzing with a category and no code gets no omvang (rules.md 6); one without any product is TR375.</summary>
internal sealed class TR412 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpWijziging((product, toewijzing, toetsing) =>
    {
        var isAspecifiek = toewijzing.Product is { Code: null };
        if (isAspecifiek && product.Waarde.Omvang is not null && product.Waarde.LooptDoorNa2020(toewijzing)) toetsing.Meld(product, "Omvang");
    });
}
