using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>As CS338, for what is requested (rules.md 4).</summary>
internal sealed class CS343 : BerichtRule
{
    public override void Bind(Binding binding) => binding.On(["JW315"], "AangevraagdProduct", NotPerDay);

    /// <summary>Eenheid 14, 16, 83 or 84 past 2020 goes with Frequentie 2, 4 or 6.</summary>
    internal static RecordCheck NotPerDay(KlasseModel product)
    {
        var perDay = product
            .Is("Omvang/Frequentie", "1")
            .And(product.Is("Omvang/Eenheid", "14", "16", "83", "84"))
            .And(product.RunsPast2020());
        return product.Check("Omvang", perDay.Not());
    }
}
