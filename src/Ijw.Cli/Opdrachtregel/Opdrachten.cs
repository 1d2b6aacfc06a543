using Commands;

namespace Ijw.Cli.Opdrachtregel;

/// <summary>The commands of ijw.</summary>
internal static class Opdrachten
{
    private static readonly CommandLineProgram Program = new(
        "ijw", "Controleert, verklaart, beantwoordt en maakt iJw 3.2-berichten.", $"ijw {IjwVersion.Text} (iJw 3.2)", Opdrachthulp.Slot);

    /// <summary>Does what the command line asks.</summary>
    /// <returns>An <see cref="Afsluitcode"/>.</returns>
    public static Task<int> VoerUitAsync(string[] argumenten, Terminal terminal) => Program.RunAsync(
        [
            ControleerOpdracht.Maak(terminal),
            UitlegOpdracht.Maak(terminal),
            RetourOpdracht.Maak(terminal, TimeProvider.System),
            VoorbeeldOpdracht.Maak(terminal),
            XsdOpdracht.Maak(terminal),
        ],
        argumenten,
        terminal.Uit,
        terminal.Fout,
        terminal.Verf,
        CancellationToken.None);
}
