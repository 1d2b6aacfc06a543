namespace Ijw.Xml;

/// <summary>A namespace declaration: a prefix (empty for the default namespace) and the id of its namespace.</summary>
internal readonly record struct NamespaceDeclaration(byte[] Prefix, int Namespace);
