using System.Text;
using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>Says of a record whether something holds.</summary>
internal delegate bool Condition(Record record);

/// <summary>The shapes that most conditions of the standard have: when a field must be filled and when it must stay empty.</summary>
internal static class ConditionChecks
{
    /// <summary>The field is filled.</summary>
    public static Condition Filled(this KlasseModel klasse, string path)
    {
        var field = klasse.Field(path);
        return record => record.IsFilled(field);
    }

    /// <summary>The field is not filled.</summary>
    public static Condition Empty(this KlasseModel klasse, string path)
    {
        var field = klasse.Field(path);
        return record => !record.IsFilled(field);
    }

    /// <summary>The field is there and holds one of the codes.</summary>
    public static Condition Is(this KlasseModel klasse, string path, params ReadOnlySpan<string> codes)
    {
        var field = klasse.Field(path);
        var utf8 = codes.ToArray().Select(Encoding.UTF8.GetBytes).ToArray();
        if (utf8 is [var only])
        {
            return record => record.Is(field, only);
        }
        var length = utf8[0].Length;
        if (length > sizeof(uint) || utf8.Any(code => code.Length != length))
        {
            throw new ArgumentException("Codes of one list are as long as each other, and short.", nameof(codes));
        }
        var packed = utf8.Select(code => Pack(code)).ToArray();
        return record => record.Bytes(field) is var value && value.Length == length && packed.AsSpan().Contains(Pack(value));
    }

    private static uint Pack(ReadOnlySpan<byte> code)
    {
        var packed = 0u;
        foreach (var character in code)
        {
            packed = (packed << 8) | character;
        }
        return packed;
    }

    /// <summary>Both hold.</summary>
    public static Condition And(this Condition one, Condition other) => record => one(record) && other(record);

    /// <summary>It doesn't hold.</summary>
    public static Condition Not(this Condition condition) => record => !condition(record);

    /// <summary>The field must be filled when the condition holds.</summary>
    public static RecordCheck Fill(this KlasseModel klasse, string path, Condition condition)
    {
        var field = klasse.Field(path);
        return (record, reporter) =>
        {
            if (!record.IsFilled(field) && condition(record))
            {
                reporter.On(field);
            }
        };
    }

    /// <summary>The field must stay empty when the condition holds.</summary>
    public static RecordCheck LeaveEmpty(this KlasseModel klasse, string path, Condition condition)
    {
        var field = klasse.Field(path);
        return (record, reporter) =>
        {
            if (record.IsFilled(field) && condition(record))
            {
                reporter.On(field);
            }
        };
    }

    /// <summary>
    /// The field must be filled when the condition holds, and only then; one that is there for nothing is said as <c>superfluous</c>.
    /// </summary>
    public static RecordCheck FillOnly(this KlasseModel klasse, string path, Condition condition)
    {
        var field = klasse.Field(path);
        return (record, reporter) =>
        {
            var isFilled = record.IsFilled(field);
            if (isFilled != condition(record))
            {
                reporter.On(field, isFilled ? "superfluous" : "");
            }
        };
    }

    /// <summary>The field must satisfy a test when it is filled.</summary>
    public static RecordCheck Check(this KlasseModel klasse, string path, Condition fits)
    {
        var field = klasse.Field(path);
        return (record, reporter) =>
        {
            if (record.IsFilled(field) && !fits(record))
            {
                reporter.On(field);
            }
        };
    }

    /// <summary>The Dagtekening of the bericht, as a day number.</summary>
    public static long Dagtekening(this Record record)
    {
        var header = record.Header!;
        return header.Number(header.Klasse.Dagtekening);
    }
}
