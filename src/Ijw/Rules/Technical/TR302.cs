using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Toegewezen producten that are the same product do not overlap in time (rules.md 5).</summary>
internal sealed class TR302 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.VolgElk(["JW301"], klasse => klasse.Naam == "ToegewezenProduct", (Klassemodel product, Overlap gezien) => gezien.Check(product, telt: Telt(product)));

    /// <summary>What is deleted, with RedenWijziging 13 or 01 and an Einddatum equal to the Ingangsdatum, doesn't count.</summary>
    private static Voorwaarde Telt(Klassemodel product)
    {
        var reden = product.Is("RedenWijziging", "13", "01");
        var begin = product.Veld("Ingangsdatum");
        var eind = product.Veld("Einddatum");
        return record => !(reden(record) && record.Heeft(eind) && record.Getal(eind) == record.Getal(begin));
    }
}
