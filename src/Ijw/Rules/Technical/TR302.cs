using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Toegewezen producten that are the same product do not overlap in time (rules.md 5).</summary>
internal sealed class TR302 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.FollowEach(
            ["JW301"],
            klasse => klasse.Name == "ToegewezenProduct",
            (KlasseModel product, Overlap seen) => seen.Check(product, counts: Counts(product))
        );

    /// <summary>What is deleted, with RedenWijziging 13 or 01 and an Einddatum equal to the Ingangsdatum, doesn't count.</summary>
    private static Condition Counts(KlasseModel product)
    {
        var reason = product.Is("RedenWijziging", "13", "01");
        var begin = product.Field("Ingangsdatum");
        var end = product.Field("Einddatum");
        return record => !(reason(record) && record.Has(end) && record.Number(end) == record.Number(begin));
    }
}
