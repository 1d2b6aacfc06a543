using System.CommandLine.Parsing;

namespace Ijw.Cli.CommandLine;

/// <summary>Values that are paths.</summary>
internal static class Paths
{
    /// <summary>Refuses an option whose path is empty, as from a variable of the shell that was not set.</summary>
    public static void NotEmpty(OptionResult read)
    {
        if (read.Tokens.Any(token => token.Value.Length == 0))
        {
            read.AddError($"Optie {read.Option.Name} is leeg.");
        }
    }
}
