using Commands.Files;

namespace Ijw.Cli.Checking;

/// <summary>Something to check: a file or standard input, or what could not be found or listed.</summary>
/// <param name="Name">The path as it was given or found; <c>-</c> is standard input.</param>
/// <param name="Fault">Why there is nothing to read, in Dutch; null when there is.</param>
internal sealed record Source(string Name, string? Fault = null)
{
    /// <summary>What was found in a folder.</summary>
    public Source(Entry entry)
        : this(entry.Path, entry.Fault) { }

    /// <summary>The name of standard input.</summary>
    public const string Input = "-";

    /// <summary>True for standard input.</summary>
    public bool IsInput => Name == Input;
}
