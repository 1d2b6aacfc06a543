using Ijw.Xml;

namespace Ijw.Reading.KnownWay;

/// <summary>How berichten of one style begin: everything before the first value, in which nothing differs from one to the next.</summary>
/// <param name="Stijl">The style.</param>
/// <param name="Begin">The bytes, what opens in them, and where the first value stands.</param>
/// <param name="Declaraties">The namespace declarations on the root.</param>
internal sealed record Aanloop(Stijl Stijl, Lijm Begin, NamespaceDeclaration[] Declaraties);
