using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>An Omvang in etmalen, dagdelen, euro or pieces of inspanning that runs past 2020 is not per day (rules.md 4).</summary>
internal sealed class CS338 : BerichtRule
{
    public override void Bind(Binding binding) => binding.OnEach(["JW301", "JW317"], klasse => klasse.Knows("Omvang"), CS343.NotPerDay);
}
