using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Ijw.Cli.Opdrachtregel;

/// <summary>The commands of ijw.</summary>
internal static class Opdrachten
{
    /// <summary>Does what the command line asks.</summary>
    /// <returns>An <see cref="Afsluitcode"/>.</returns>
    public static async Task<int> VoerUitAsync(string[] argumenten, Terminal terminal)
    {
        var gelezen = Maak(terminal).Parse(argumenten, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (gelezen.Action is null or ParseErrorAction)
        {
            foreach (var regel in Leesfouten.Beschrijf(gelezen)) await terminal.Fout.WriteLineAsync(regel).ConfigureAwait(false);
            return Afsluitcode.Mislukt;
        }

        var instellingen = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Uit, Error = terminal.Fout };
        return await gelezen.InvokeAsync(instellingen).ConfigureAwait(false);
    }

    private static RootCommand Maak(Terminal terminal)
    {
        var wortel = new RootCommand("Controleert, verklaart, beantwoordt en maakt iJw 3.2-berichten.");
        wortel.Directives.Clear();
        foreach (var optie in wortel.Options)
        {
            switch (optie)
            {
                case HelpOption help:
                    help.Description = "Toont deze hulp.";
                    help.Action = new HulpActie(terminal);
                    break;
                case VersionOption versie:
                    versie.Description = "Toont de versie van ijw.";
                    versie.Action = new VersieActie(terminal);
                    break;
            }
        }

        wortel.Add(ControleerOpdracht.Maak(terminal));
        wortel.Add(UitlegOpdracht.Maak(terminal));
        wortel.Add(RetourOpdracht.Maak(terminal, TimeProvider.System));
        wortel.Add(VoorbeeldOpdracht.Maak(terminal));
        wortel.Add(XsdOpdracht.Maak(terminal));
        return wortel;
    }
}
