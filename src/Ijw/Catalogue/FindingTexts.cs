using System.Collections.Frozen;

namespace Ijw.Catalogue;

/// <summary>All that a finding can say: the one source of every text, for the reader, the rules, the pages and the commands.</summary>
public static class FindingTexts
{
    private const string Source = "Ijw.Catalogue.texts.tsv";

    private static readonly FrozenDictionary<(string Code, string Variant), FindingText> ByVariant;
    private static readonly FrozenDictionary<string, IReadOnlyList<FindingText>> ByCode;

    static FindingTexts()
    {
        using var stream =
            typeof(FindingTexts).Assembly.GetManifestResourceStream(Source)
            ?? throw new InvalidDataException($"The texts {Source} are not in the assembly.");
        using var reader = new StreamReader(stream);
        All = FindingTextReader.Read(reader);
        ByVariant = All.ToFrozenDictionary(text => (text.Code, text.Variant));
        ByCode = All.GroupBy(text => text.Code)
            .ToFrozenDictionary(code => code.Key, IReadOnlyList<FindingText> (code) => [.. code], StringComparer.Ordinal);
    }

    /// <summary>All texts: those of a code stand together, the one without a variant first.</summary>
    public static IReadOnlyList<FindingText> All { get; }

    /// <summary>What can be said under a code; empty when there is no such code.</summary>
    public static IReadOnlyList<FindingText> Of(string code) => ByCode.GetValueOrDefault(code, []);

    /// <summary>The text for one shape of a fault.</summary>
    /// <exception cref="KeyNotFoundException">There is none: code and variant are ours, never from a bericht.</exception>
    internal static FindingText Find(string code, string variant = "") => ByVariant[(code, variant)];
}
