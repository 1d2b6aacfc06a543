using Ijw.Reading;
using Ijw.Reading.Keys;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>
/// What is rejected explains the difference between what was submitted and what was granted; nothing is granted of what is refused as a
/// whole (rules.md 5).
/// </summary>
internal sealed class TR342 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Follow<Total>(
            ["JW325"],
            (
                "Prestatie",
                (prestatie, sum) =>
                {
                    var amount = prestatie.Amount("IngediendBedrag", "Bedrag");
                    return (record, _) => sum.Refused += amount(record);
                }
            ),
            (
                "DeclaratieAntwoord",
                (answer, sum) =>
                {
                    var submitted = answer.Amount("TotaalIngediendBedrag", "TotaalBedrag");
                    var granted = answer.Amount("TotaalToegekendBedrag", "TotaalBedrag");
                    var total = answer.Field("TotaalToegekendBedrag");
                    return (record, reporter) =>
                    {
                        var isRefused = !IsTakenUp(record);
                        if (granted(record) != (isRefused ? 0 : submitted(record) - sum.Refused))
                        {
                            reporter.On(total, isRefused ? "refused" : "");
                        }
                    };
                }
            )
        );

    /// <summary>The declaratie itself has no other code than 0200 or 8001.</summary>
    private static bool IsTakenUp(Record record)
    {
        for (var i = 0; i < record.RetourcodeCount; i++)
        {
            if (!record.Retourcode(i).SequenceEqual("0200"u8) && !record.Retourcode(i).SequenceEqual("8001"u8))
            {
                return false;
            }
        }
        return true;
    }

    private sealed class Total : IMemoryPart
    {
        public long Refused { get; set; }

        public void Clear() => Refused = 0;
    }
}
