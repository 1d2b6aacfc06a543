using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Requested products that are the same product do not overlap in time (rules.md 5).</summary>
internal sealed class TR386 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.FollowEach(
            ["JW315"],
            klasse => klasse.Name == "AangevraagdProduct",
            (KlasseModel product, Overlap seen) => seen.Check(product, counts: _ => true)
        );
}
