using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A stop does not end before it begins (rules.md 5).</summary>
internal sealed class TR018 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW307"],
            "StopProduct",
            product =>
            {
                var begin = product.Field("Begindatum");
                var end = product.Field("Einddatum");
                return product.Check("Einddatum", record => record.Number(end) >= record.Number(begin));
            }
        );
}
