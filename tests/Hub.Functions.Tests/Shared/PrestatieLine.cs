namespace Hub.Functions.Tests.Shared;

/// <summary>A Prestatie; a credit when it names the debet that it takes back.</summary>
internal sealed record PrestatieLine(string Reference, int Toewijzing, int Hours = 12, string? Previous = null);
