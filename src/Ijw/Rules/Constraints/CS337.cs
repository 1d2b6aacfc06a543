using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A ProductPeriode lies within one calendar month (rules.md 4).</summary>
internal sealed class CS337 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW323"],
            "Prestatie",
            prestatie =>
            {
                var begin = prestatie.Field("ProductPeriode/Begindatum");
                var end = prestatie.Field("ProductPeriode/Einddatum");
                return prestatie.Check("ProductPeriode", record => record.Bytes(begin)[..^3].SequenceEqual(record.Bytes(end)[..^3]));
            }
        );
}
