using Ijw.Reading.Values;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A DeclaratiePeriode is one calendar month, from its first day to its last (rules.md 4).</summary>
internal sealed class CS340 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW323"], "Declaratie", declaratie =>
        {
            var begin = declaratie.Veld("DeclaratiePeriode/Begindatum");
            var eind = declaratie.Veld("DeclaratiePeriode/Einddatum");
            return declaratie.Toets("DeclaratiePeriode", record =>
                record.Bytes(begin).EndsWith("-01"u8)
                && Datums.Datum(record.Getal(begin)) is { } eerste
                && record.Getal(eind) == eerste.DayNumber + DateTime.DaysInMonth(eerste.Year, eerste.Month) - 1);
        });
}
