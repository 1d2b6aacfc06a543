using Ijw.Reading.Values;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A DeclaratiePeriode is one calendar month, from its first day to its last (rules.md 4).</summary>
internal sealed class CS340 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW323"],
            "Declaratie",
            declaratie =>
            {
                var begin = declaratie.Field("DeclaratiePeriode/Begindatum");
                var end = declaratie.Field("DeclaratiePeriode/Einddatum");
                return declaratie.Check(
                    "DeclaratiePeriode",
                    record =>
                        record.Bytes(begin).EndsWith("-01"u8)
                        && Dates.Date(record.Number(begin)) is { } first
                        && record.Number(end) == first.DayNumber + DateTime.DaysInMonth(first.Year, first.Month) - 1
                );
            }
        );
}
