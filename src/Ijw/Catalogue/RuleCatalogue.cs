using System.Collections.Frozen;

namespace Ijw.Catalogue;

/// <summary>Every rule of iJw 3.2, checked or not and why: the 303 of the published rule files.</summary>
/// <remarks>
/// OP260 stands only in the official rule report: a product is a category, refined by a code where needed. It is not counted here;
/// TR381 is what comes of it.
/// </remarks>
public static class RuleCatalogue
{
    private const string Source = "Ijw.Catalogue.ijw-3.2.tsv";

    private static readonly FrozenDictionary<string, Rule> OpCode;

    static RuleCatalogue()
    {
        using var stream =
            typeof(RuleCatalogue).Assembly.GetManifestResourceStream(Source)
            ?? throw new InvalidDataException($"The rule catalogue {Source} is not in the assembly.");
        using var reader = new StreamReader(stream);
        All = RuleReader.Read(reader);
        OpCode = All.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);
    }

    /// <summary>All rules: by kind (RS, CD, CS, TR, OP, IV, UP), then by code.</summary>
    public static IReadOnlyList<Rule> All { get; }

    /// <summary>The rule with this code, such as <c>CD007</c>; null when there is none.</summary>
    public static Rule? Find(string code) => OpCode.GetValueOrDefault(code);
}
