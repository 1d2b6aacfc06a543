using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A new product is wanted from a day after the Dagtekening of the bericht (rules.md 5).</summary>
internal sealed class TR380 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW317"],
            "NieuwProduct",
            product =>
            {
                var date = product.Field("GewensteIngangsdatum");
                return product.Check("GewensteIngangsdatum", record => record.Number(date) > record.Dagtekening());
            }
        );
}
