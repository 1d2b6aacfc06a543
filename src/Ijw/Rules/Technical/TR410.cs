using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>New products that are the same product do not overlap in time (rules.md 5).</summary>
internal sealed class TR410 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.FollowEach(
            ["JW317"],
            klasse => klasse.Name == "NieuwProduct",
            (KlasseModel product, Overlap seen) => seen.Check(product, counts: _ => true)
        );
}
