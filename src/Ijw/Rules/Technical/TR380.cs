using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A new product is wanted from a day after the Dagtekening of the bericht (rules.md 5).</summary>
internal sealed class TR380 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW317"], "NieuwProduct", product =>
        {
            var datum = product.Veld("GewensteIngangsdatum");
            return product.Toets("GewensteIngangsdatum", record => record.Getal(datum) > record.Dagtekening());
        });
}
