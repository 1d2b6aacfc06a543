using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>How much of a toewijzing may be delivered, in a period and in all (process.md 7.1 and 7.2).</summary>
/// <remarks>
/// In units of the Eenheid of the toewijzing, but in minutes when that is 04 (uur), because hours may be declared in minutes:
/// <see cref="Maat"/> brings a delivered volume to the same measure. Amounts of Eenheid 83 are in eurocent.
/// </remarks>
internal static class Volumemaximum
{
    private const string Minuut = "01";
    private const string Uur = "04";
    private const int MinutenPerUur = 60;

    /// <summary>The most in one ProductPeriode; it lies within <paramref name="toewijzing"/> and within a calendar month.</summary>
    public static long InPeriode(Omvang omvang, Periode toewijzing, Periode periode) => Volume(omvang) * (omvang.Frequentie switch
    {
        "1" => Dagen(periode),
        "2" => IsOutput(omvang) ? Zondagen(toewijzing, periode) : IsoWeken(periode),
        _ => 1,
    });

    /// <summary>The most over the whole toewijzing; null when it has no end and the volume isn't a total.</summary>
    public static long? Totaal(Omvang omvang, Periode toewijzing)
    {
        if (omvang.Frequentie == "6") return Volume(omvang);
        if (toewijzing.Eind == DateOnly.MaxValue) return null;
        return Volume(omvang) * (omvang.Frequentie switch
        {
            "1" => Dagen(toewijzing),
            "2" => IsOutput(omvang) ? Zondagen(toewijzing, toewijzing) : IsoWeken(toewijzing),
            _ => Maanden(toewijzing),
        });
    }

    /// <summary>A delivered volume in the measure of the toewijzing; null when its Eenheid doesn't fit (TR341).</summary>
    public static long? Maat(Omvang omvang, string eenheid, int volume)
    {
        if (omvang.Eenheid == Uur) return eenheid == Minuut ? volume : eenheid == Uur ? (long)volume * MinutenPerUur : null;
        return omvang.Eenheid == eenheid ? volume : null;
    }

    /// <summary>The ISO weeks that a period touches; never by week number, which goes wrong across a year end.</summary>
    public static int IsoWeken(Periode periode) => (Maandag(periode.Eind) - Maandag(periode.Begin)) / 7 + 1;

    /// <summary>The Sundays in a period.</summary>
    public static int Zondagen(Periode periode) => (int)(((periode.Eind.DayNumber + 1L) / 7) - ((long)periode.Begin.DayNumber / 7));

    /// <summary>
    /// The Sundays that count in a period of a toewijzing: those in it, and one more when the toewijzing doesn't end on a Sunday and its last one
    /// is in the period (IV076). A toewijzing without any Sunday counts as one week, in the period of its end.
    /// </summary>
    public static int Zondagen(Periode toewijzing, Periode periode)
    {
        var zondagen = Zondagen(periode);
        if (toewijzing.Eind == DateOnly.MaxValue || toewijzing.Eind.DayOfWeek == DayOfWeek.Sunday) return zondagen;
        var laatste = toewijzing.Eind.DayNumber - (int)toewijzing.Eind.DayOfWeek;
        if (laatste < toewijzing.Begin.DayNumber) laatste = toewijzing.Eind.DayNumber;
        return periode.Begin.DayNumber <= laatste && laatste <= periode.Eind.DayNumber ? zondagen + 1 : zondagen;
    }

    private static long Volume(Omvang omvang) => omvang.Eenheid == Uur ? (long)omvang.Volume * MinutenPerUur : omvang.Volume;

    private static bool IsOutput(Omvang omvang) => omvang.Eenheid is "82" or "83";

    private static int Dagen(Periode periode) => periode.Eind.DayNumber - periode.Begin.DayNumber + 1;

    private static int Maanden(Periode periode) => ((periode.Eind.Year - periode.Begin.Year) * 12) + periode.Eind.Month - periode.Begin.Month + 1;

    /// <summary>Day 0 is a Monday: 1 January of the year 1.</summary>
    private static int Maandag(DateOnly dag) => dag.DayNumber - (dag.DayNumber % 7);
}
