using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>New products that are the same product do not overlap in time (rules.md 5).</summary>
internal sealed class TR410 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.VolgElk(["JW317"], klasse => klasse.Naam == "NieuwProduct", (Klassemodel product, Overlap gezien) => gezien.Check(product, telt: _ => true));
}
