using System.CommandLine;
using System.CommandLine.Invocation;

namespace Ijw.Cli.Opdrachtregel;

/// <summary>Prints the version of ijw and of the standard that it speaks.</summary>
internal sealed class VersieActie(Terminal terminal) : SynchronousCommandLineAction
{
    /// <summary>The version of ijw as n.n.n.</summary>
    public static string Versie { get; } = typeof(VersieActie).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Uit.WriteLine($"ijw {Versie} (iJw 3.2)");
        return Afsluitcode.Goed;
    }
}
