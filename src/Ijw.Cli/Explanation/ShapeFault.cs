namespace Ijw.Cli.Explanation;

/// <summary>The two codes of level 1 that the standard has no rule for.</summary>
internal static class ShapeFault
{
    /// <summary>The text is no well-formed XML, or goes past a bound.</summary>
    public const string Xml = "XML";

    /// <summary>The structure or a value differs from the schema.</summary>
    public const string Xsd = "XSD";

    /// <summary>What it is about, in a few words.</summary>
    public static string Title(string code) => code == Xml ? "Geen leesbare XML" : "Past niet bij het schema";
}
