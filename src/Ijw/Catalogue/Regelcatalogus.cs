using System.Collections.Frozen;

namespace Ijw.Catalogue;

/// <summary>Every rule of iJw 3.2, checked or not and why: the 303 of the published rule files.</summary>
/// <remarks>
/// OP260 stands only in the official rule report: a product is a category, refined by a code where needed. It is not counted here;
/// TR381 is what comes of it.
/// </remarks>
public static class Regelcatalogus
{
    private const string Bron = "Ijw.Catalogue.ijw-3.2.tsv";

    private static readonly FrozenDictionary<string, Regel> OpCode;

    static Regelcatalogus()
    {
        using var stroom = typeof(Regelcatalogus).Assembly.GetManifestResourceStream(Bron)
            ?? throw new InvalidDataException($"The rule catalogue {Bron} is not in the assembly.");
        using var lezer = new StreamReader(stroom);
        Alle = Regellezer.Lees(lezer);
        OpCode = Alle.ToFrozenDictionary(regel => regel.Code, StringComparer.Ordinal);
    }

    /// <summary>All rules: by kind (RS, CD, CS, TR, OP, IV, UP), then by code.</summary>
    public static IReadOnlyList<Regel> Alle { get; }

    /// <summary>The rule with this code, such as <c>CD007</c>; null when there is none.</summary>
    public static Regel? Zoek(string code) => OpCode.GetValueOrDefault(code);
}
