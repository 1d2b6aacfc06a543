using System.CommandLine.Parsing;

namespace Ijw.Cli.Opdrachtregel;

/// <summary>Values that are paths.</summary>
internal static class Paden
{
    /// <summary>Refuses an option whose path is empty, as from a variable of the shell that was not set.</summary>
    public static void NietLeeg(OptionResult gelezen)
    {
        if (gelezen.Tokens.Any(token => token.Value.Length == 0)) gelezen.AddError($"Optie {gelezen.Option.Name} is leeg.");
    }
}
