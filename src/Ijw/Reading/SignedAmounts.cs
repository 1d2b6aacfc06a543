using Ijw.Reading.Schemas;

namespace Ijw.Reading;

/// <summary>Amounts with their DebetCredit.</summary>
internal static class SignedAmounts
{
    /// <summary>A signed amount in eurocent: debet is plus, credit is minus.</summary>
    public static Func<Record, long> Amount(this KlasseModel klasse, string path, string name)
    {
        var amount = klasse.Field($"{path}/{name}");
        var credit = klasse.Field($"{path}/DebetCredit");
        return record => record.Is(credit, "C"u8) ? -record.Number(amount) : record.Number(amount);
    }
}
