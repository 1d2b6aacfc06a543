using Ijw.Model.Datatypes;

namespace Ijw.Examples;

/// <summary>
/// Draws values that look random; the same seed gives the same values on every machine and every release of .NET (SplitMix64).
/// </summary>
internal sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A drawing of its own for the part with this number, whatever was drawn before it.</summary>
    public static Draws Part(int seed, int part) => new(Mix((ulong)(uint)seed << 32 | (uint)part));

    /// <summary>A whole number from <paramref name="from"/> up to and including <paramref name="until"/>.</summary>
    public int Number(int from, int until) => from + (int)(Next() % (ulong)((long)until - from + 1));

    /// <summary>True in <paramref name="percent"/> of a hundred.</summary>
    public bool Chance(int percent) => Number(0, 99) < percent;

    /// <summary>One of these.</summary>
    public T Choose<T>(params ReadOnlySpan<T> output) => output[Number(0, output.Length - 1)];

    /// <summary>One of the codes of a list, but none of <paramref name="not"/>.</summary>
    public string Choose(Codelijst list, params ReadOnlySpan<string> not)
    {
        while (true)
        {
            var code = list.Codes[Number(0, list.Codes.Count - 1)].Value;
            if (!not.Contains(code))
            {
                return code;
            }
        }
    }

    /// <summary>A date from <paramref name="from"/> up to and including <paramref name="until"/>.</summary>
    public DateOnly Date(DateOnly from, DateOnly until) => from.AddDays(Number(0, until.DayNumber - from.DayNumber));

    /// <summary>The same things in another order.</summary>
    public T[] Shuffle<T>(params ReadOnlySpan<T> things)
    {
        var shuffled = things.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Number(0, i);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
