using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A ProductPeriode lies within one calendar month (rules.md 4).</summary>
internal sealed class CS337 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW323"], "Prestatie", prestatie =>
        {
            var begin = prestatie.Veld("ProductPeriode/Begindatum");
            var eind = prestatie.Veld("ProductPeriode/Einddatum");
            return prestatie.Toets("ProductPeriode", record => record.Bytes(begin)[..^3].SequenceEqual(record.Bytes(eind)[..^3]));
        });
}
