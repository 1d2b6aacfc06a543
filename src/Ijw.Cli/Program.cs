using Ijw.Cli;
using Ijw.Cli.Opdrachtregel;

using var terminal = Terminal.Standaard();
try
{
    return await Opdrachten.VoerUitAsync(args, terminal).ConfigureAwait(false);
}
catch (Exception fout) when (fout is not OutOfMemoryException)
{
    // Only the kind of fault: a message of an exception may quote what was being read.
    await terminal.Fout.WriteLineAsync($"ijw is gestopt door een fout in het programma zelf ({fout.GetType().Name}).").ConfigureAwait(false);
    return Afsluitcode.Mislukt;
}
