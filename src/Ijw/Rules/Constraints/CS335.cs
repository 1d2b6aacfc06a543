using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>RedenWijziging 13, deleted, goes with an Einddatum equal to the Ingangsdatum; a missing Einddatum is an error too (rules.md 4, 11.18).</summary>
internal sealed class CS335 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW301"], "ToegewezenProduct", product =>
        {
            var verwijderd = product.Is("RedenWijziging", "13");
            var begin = product.Veld("Ingangsdatum");
            var eind = product.Veld("Einddatum");
            return product.Toets("RedenWijziging", record => !verwijderd(record) || (record.Heeft(eind) && record.Getal(eind) == record.Getal(begin)));
        });
}
