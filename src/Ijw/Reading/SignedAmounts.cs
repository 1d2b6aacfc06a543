using Ijw.Reading.Schemas;

namespace Ijw.Reading;

/// <summary>Amounts with their DebetCredit.</summary>
internal static class SignedAmounts
{
    /// <summary>A signed amount in eurocent: debet is plus, credit is minus.</summary>
    public static Func<Record, long> Bedrag(this Klassemodel klasse, string pad, string naam)
    {
        var bedrag = klasse.Veld($"{pad}/{naam}");
        var credit = klasse.Veld($"{pad}/DebetCredit");
        return record => record.Is(credit, "C"u8) ? -record.Getal(bedrag) : record.Getal(bedrag);
    }
}
