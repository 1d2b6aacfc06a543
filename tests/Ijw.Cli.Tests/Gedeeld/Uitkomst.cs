namespace Ijw.Cli.Tests.Gedeeld;

/// <summary>What a run of ijw gave.</summary>
public sealed record Uitkomst(int Code, string Uit, string Fout)
{
    /// <summary>The lines of standard output.</summary>
    public IReadOnlyList<string> Regels => Uit.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
