using Commands.Files;

namespace Ijw.Cli.Controle;

/// <summary>Something to check: a file or standard input, or what could not be found or listed.</summary>
/// <param name="Naam">The path as it was given or found; <c>-</c> is standard input.</param>
/// <param name="Fout">Why there is nothing to read, in Dutch; null when there is.</param>
internal sealed record Bron(string Naam, string? Fout = null)
{
    /// <summary>What was found in a folder.</summary>
    public Bron(Entry entry)
        : this(entry.Path, entry.Fault)
    {
    }

    /// <summary>The name of standard input.</summary>
    public const string Invoer = "-";

    /// <summary>True for standard input.</summary>
    public bool IsInvoer => Naam == Invoer;
}
