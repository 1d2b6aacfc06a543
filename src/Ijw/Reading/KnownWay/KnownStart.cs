using Ijw.Xml;

namespace Ijw.Reading.KnownWay;

/// <summary>How berichten of one style begin: everything before the first value, in which nothing differs from one to the next.</summary>
/// <param name="Style">The style.</param>
/// <param name="Begin">The bytes, what opens in them, and where the first value stands.</param>
/// <param name="NamespaceDeclarations">The namespace declarations on the root.</param>
internal sealed record KnownStart(Style Style, Glue Begin, NamespaceDeclaration[] NamespaceDeclarations);
