using Ijw.Cli;
using Ijw.Cli.CommandLine;

using var terminal = Terminal.Standard();
try
{
    return await IjwCommands.ExecuteAsync(args, terminal).ConfigureAwait(false);
}
catch (Exception fault) when (fault is not OutOfMemoryException)
{
    // Only the kind of fault: a message of an exception may quote what was being read.
    await terminal
        .Error.WriteLineAsync($"ijw is gestopt door een fout in het programma zelf ({fault.GetType().Name}).")
        .ConfigureAwait(false);
    return ExitCode.Failed;
}
