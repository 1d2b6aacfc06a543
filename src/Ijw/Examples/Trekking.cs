using Ijw.Model.Datatypes;

namespace Ijw.Examples;

/// <summary>Draws values that look random; the same seed gives the same values on every machine and every release of .NET (SplitMix64).</summary>
internal sealed class Trekking(ulong zaad)
{
    private ulong _stand = zaad;

    /// <summary>A drawing of its own for the part with this number, whatever was drawn before it.</summary>
    public static Trekking Deel(int zaad, int deel) => new(Meng((ulong)(uint)zaad << 32 | (uint)deel));

    /// <summary>A whole number from <paramref name="van"/> up to and including <paramref name="tot"/>.</summary>
    public int Getal(int van, int tot) => van + (int)(Volgende() % (ulong)((long)tot - van + 1));

    /// <summary>True in <paramref name="procent"/> of a hundred.</summary>
    public bool Kans(int procent) => Getal(0, 99) < procent;

    /// <summary>One of these.</summary>
    public T Kies<T>(params ReadOnlySpan<T> uit) => uit[Getal(0, uit.Length - 1)];

    /// <summary>One of the codes of a list, but none of <paramref name="niet"/>.</summary>
    public string Kies(Codelijst lijst, params ReadOnlySpan<string> niet)
    {
        while (true)
        {
            var code = lijst.Codes[Getal(0, lijst.Codes.Count - 1)].Waarde;
            if (!niet.Contains(code)) return code;
        }
    }

    /// <summary>A date from <paramref name="van"/> up to and including <paramref name="tot"/>.</summary>
    public DateOnly Datum(DateOnly van, DateOnly tot) => van.AddDays(Getal(0, tot.DayNumber - van.DayNumber));

    /// <summary>The same things in another order.</summary>
    public T[] Schud<T>(params ReadOnlySpan<T> dingen)
    {
        var geschud = dingen.ToArray();
        for (var i = geschud.Length - 1; i > 0; i--)
        {
            var j = Getal(0, i);
            (geschud[i], geschud[j]) = (geschud[j], geschud[i]);
        }

        return geschud;
    }

    private ulong Volgende() => Meng(_stand += 0x9E3779B97F4A7C15);

    private static ulong Meng(ulong getal)
    {
        getal = (getal ^ (getal >> 30)) * 0xBF58476D1CE4E5B9;
        getal = (getal ^ (getal >> 27)) * 0x94D049BB133111EB;
        return getal ^ (getal >> 31);
    }
}
