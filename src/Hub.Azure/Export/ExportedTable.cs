namespace Hub.Azure.Export;

/// <summary>A table as an export holds it.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">SHA-256 over its lines, in the order of the keys, before they are compressed; lowercase hexadecimal.</param>
public sealed record ExportedTable(string Name, long Rows, string Sha256);
