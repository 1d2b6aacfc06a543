using System.Text;
using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>Says of a record whether something holds.</summary>
internal delegate bool Voorwaarde(Record record);

/// <summary>The shapes that most conditions of the standard have: when a field must be filled and when it must stay empty.</summary>
internal static class Voorwaarden
{
    /// <summary>The field is filled.</summary>
    public static Voorwaarde Gevuld(this Klassemodel klasse, string pad)
    {
        var veld = klasse.Veld(pad);
        return record => record.IsFilled(veld);
    }

    /// <summary>The field is not filled.</summary>
    public static Voorwaarde Leeg(this Klassemodel klasse, string pad)
    {
        var veld = klasse.Veld(pad);
        return record => !record.IsFilled(veld);
    }

    /// <summary>The field is there and holds one of the codes.</summary>
    public static Voorwaarde Is(this Klassemodel klasse, string pad, params ReadOnlySpan<string> codes)
    {
        var veld = klasse.Veld(pad);
        var utf8 = codes.ToArray().Select(Encoding.UTF8.GetBytes).ToArray();
        if (utf8 is [var enige]) return record => record.Is(veld, enige);
        var lengte = utf8[0].Length;
        if (lengte > sizeof(uint) || utf8.Any(code => code.Length != lengte)) throw new ArgumentException("Codes of one list are as long as each other, and short.", nameof(codes));
        var gepakt = utf8.Select(code => Pak(code)).ToArray();
        return record => record.Bytes(veld) is var waarde && waarde.Length == lengte && gepakt.AsSpan().Contains(Pak(waarde));
    }

    private static uint Pak(ReadOnlySpan<byte> code)
    {
        var gepakt = 0u;
        foreach (var teken in code) gepakt = (gepakt << 8) | teken;
        return gepakt;
    }

    /// <summary>Both hold.</summary>
    public static Voorwaarde En(this Voorwaarde een, Voorwaarde ander) => record => een(record) && ander(record);

    /// <summary>It doesn't hold.</summary>
    public static Voorwaarde Niet(this Voorwaarde voorwaarde) => record => !voorwaarde(record);

    /// <summary>The field must be filled when the condition holds.</summary>
    public static RecordCheck Vul(this Klassemodel klasse, string pad, Voorwaarde als)
    {
        var veld = klasse.Veld(pad);
        return (record, melder) =>
        {
            if (!record.IsFilled(veld) && als(record)) melder.Op(veld);
        };
    }

    /// <summary>The field must stay empty when the condition holds.</summary>
    public static RecordCheck LaatLeeg(this Klassemodel klasse, string pad, Voorwaarde als)
    {
        var veld = klasse.Veld(pad);
        return (record, melder) =>
        {
            if (record.IsFilled(veld) && als(record)) melder.Op(veld);
        };
    }

    /// <summary>The field must be filled when the condition holds, and only then; one that is there for nothing is said as <c>superfluous</c>.</summary>
    public static RecordCheck VulAlleen(this Klassemodel klasse, string pad, Voorwaarde als)
    {
        var veld = klasse.Veld(pad);
        return (record, melder) =>
        {
            var isGevuld = record.IsFilled(veld);
            if (isGevuld != als(record)) melder.Op(veld, isGevuld ? "superfluous" : "");
        };
    }

    /// <summary>The field must satisfy a test when it is filled.</summary>
    public static RecordCheck Toets(this Klassemodel klasse, string pad, Voorwaarde voldoet)
    {
        var veld = klasse.Veld(pad);
        return (record, melder) =>
        {
            if (record.IsFilled(veld) && !voldoet(record)) melder.Op(veld);
        };
    }

    /// <summary>The Dagtekening of the bericht, as a day number.</summary>
    public static long Dagtekening(this Record record)
    {
        var header = record.Header!;
        return header.Getal(header.Klasse.Dagtekening);
    }
}
