namespace Ijw.Tests.Rules;

/// <summary>A base bericht and the lines that change it.</summary>
internal sealed record Bericht(Berichtsoort Kind, IReadOnlyList<string> Rules);
