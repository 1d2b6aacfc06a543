namespace Ijw.Writing;

/// <summary>How a bericht is laid out; what it says is the same.</summary>
public enum Layout
{
    /// <summary>One element per line, indented by two spaces, lines end in CRLF (OP192).</summary>
    Indented,

    /// <summary>All on one line.</summary>
    Compact,
}
