using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>StatusAanlevering is 1 (new) or 3 (delete) (rules.md 4).</summary>
internal sealed class CS058 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OnEach(
            ["JW305", "JW307"],
            klasse => klasse.Knows("StatusAanlevering"),
            product => product.Check("StatusAanlevering", product.Is("StatusAanlevering", "1", "3"))
        );
}
