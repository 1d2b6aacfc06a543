using Ijw.Reading;
using Ijw.Reading.Keys;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>The total of a declaratie is the sum of its prestaties (rules.md 5).</summary>
internal sealed class TR358 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Follow<Total>(
            ["JW323"],
            (
                "Prestatie",
                (prestatie, sum) =>
                {
                    var amount = prestatie.Amount("IngediendBedrag", "Bedrag");
                    return (record, _) => sum.Submitted += amount(record);
                }
            ),
            (
                "Declaratie",
                (declaratie, sum) =>
                {
                    var total = declaratie.Amount("TotaalIngediendBedrag", "TotaalBedrag");
                    var field = declaratie.Field("TotaalIngediendBedrag");
                    return (record, reporter) =>
                    {
                        if (total(record) != sum.Submitted)
                        {
                            reporter.On(field);
                        }
                    };
                }
            )
        );

    private sealed class Total : IMemoryPart
    {
        public long Submitted { get; set; }

        public void Clear() => Submitted = 0;
    }
}
