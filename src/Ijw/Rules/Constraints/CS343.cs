using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>As CS338, for what is requested (rules.md 4).</summary>
internal sealed class CS343 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW315"], "AangevraagdProduct", NietPerDag);

    /// <summary>Eenheid 14, 16, 83 or 84 past 2020 goes with Frequentie 2, 4 or 6.</summary>
    internal static RecordCheck NietPerDag(Klassemodel product)
    {
        var perDag = product.Is("Omvang/Frequentie", "1").En(product.Is("Omvang/Eenheid", "14", "16", "83", "84")).En(product.LooptDoorNa2020());
        return product.Toets("Omvang", perDag.Niet());
    }
}
