namespace Ijw.Xml;

/// <summary>The bounds within which a document is read.</summary>
/// <param name="MaxBytes">The most bytes.</param>
/// <param name="MaxDepth">The deepest nesting of elements.</param>
internal sealed record XmlBounds(long MaxBytes, int MaxDepth);
