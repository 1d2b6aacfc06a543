using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Requested products that are the same product do not overlap in time (rules.md 5).</summary>
internal sealed class TR386 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.VolgElk(["JW315"], klasse => klasse.Naam == "AangevraagdProduct", (Klassemodel product, Overlap gezien) => gezien.Check(product, telt: _ => true));
}
