using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>
/// RedenWijziging 13, deleted, goes with an Einddatum equal to the Ingangsdatum; a missing Einddatum is an error too (rules.md 4, 11.18).
/// </summary>
internal sealed class CS335 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW301"],
            "ToegewezenProduct",
            product =>
            {
                var removed = product.Is("RedenWijziging", "13");
                var begin = product.Field("Ingangsdatum");
                var end = product.Field("Einddatum");
                return product.Check(
                    "RedenWijziging",
                    record => !removed(record) || (record.Has(end) && record.Number(end) == record.Number(begin))
                );
            }
        );
}
