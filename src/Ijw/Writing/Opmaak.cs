namespace Ijw.Writing;

/// <summary>How a bericht is laid out; what it says is the same.</summary>
public enum Opmaak
{
    /// <summary>One element per line, indented by two spaces, lines end in CRLF (OP192).</summary>
    Ingesprongen,

    /// <summary>All on one line.</summary>
    Compact,
}
