namespace Benchmarks;

/// <summary>Something that reads a bericht; null when it can't do this kind.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Read">Reads one bericht to its end, and throws when it is not valid.</param>
internal sealed record Contestant(string Name, Action<byte[]> Read);
