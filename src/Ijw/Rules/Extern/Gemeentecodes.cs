using System.Collections.Frozen;
using System.Globalization;

namespace Ijw.Rules.Extern;

/// <summary>The gemeentecodes of CBS with the days on which each exists; <c>gemeentecodes.tsv</c> says where they are from.</summary>
internal static class Gemeentecodes
{
    private const string Bron = "Ijw.Rules.Extern.gemeentecodes.tsv";

    private static readonly FrozenDictionary<string, (DateOnly Vanaf, DateOnly TotEnMet)> OpCode = Lees();

    /// <summary>The codes that exist on a day.</summary>
    public static IEnumerable<string> Op(DateOnly dag) => OpCode.Keys.Where(code => Geldt(code, dag));

    /// <summary>Whether a code exists on one of the days.</summary>
    public static bool Geldt(string code, params IEnumerable<DateOnly> dagen) =>
        OpCode.TryGetValue(code, out var geldt) && dagen.Any(dag => geldt.Vanaf <= dag && dag <= geldt.TotEnMet);

    private static FrozenDictionary<string, (DateOnly Vanaf, DateOnly TotEnMet)> Lees()
    {
        using var stroom = typeof(Gemeentecodes).Assembly.GetManifestResourceStream(Bron) ?? throw new InvalidDataException($"{Bron} is not in the assembly.");
        using var lezer = new StreamReader(stroom);
        var codes = new Dictionary<string, (DateOnly, DateOnly)>(StringComparer.Ordinal);
        while (lezer.ReadLine() is { } regel)
        {
            if (regel.StartsWith('#')) continue;
            var velden = regel.Split('\t');
            codes.Add(velden[0], (Datum(velden, 1) ?? DateOnly.MinValue, Datum(velden, 2) ?? DateOnly.MaxValue));
        }

        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static DateOnly? Datum(string[] velden, int kolom) =>
        velden.Length > kolom && velden[kolom].Length > 0 ? DateOnly.ParseExact(velden[kolom], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
