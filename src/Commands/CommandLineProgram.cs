using System.CommandLine;
using System.CommandLine.Help;
using Commands.Output;

namespace Commands;

/// <summary>A program of commands whose own words are Dutch: help, faults in the command line, and output that can't be written.</summary>
/// <param name="Name">What the user types, such as <c>ijw</c>.</param>
/// <param name="Description">What it is for, a sentence.</param>
/// <param name="Version">What <c>--version</c> prints.</param>
/// <param name="Closing">What the help of a command ends with, by the command's name; null when there is nothing.</param>
public sealed record CommandLineProgram(string Name, string Description, string Version, Func<string, string?> Closing)
{
    /// <summary>The exit code when the command line was not understood, or the output can't be written.</summary>
    public const int Failed = 2;

    /// <summary>Does what the command line asks.</summary>
    /// <param name="commands">What the program can do.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Where help and results go; flushed at the end.</param>
    /// <param name="error">Where faults go.</param>
    /// <param name="paint">Colours for the help.</param>
    /// <param name="cancellation">Stops the command.</param>
    /// <returns>The exit code of the command, or <see cref="Failed"/>.</returns>
    public async Task<int> RunAsync(
        IEnumerable<Command> commands,
        string[] arguments,
        TextWriter output,
        TextWriter error,
        Paint paint,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            // Nothing has a short option to bundle, and a name that begins with @ is a file as any other.
            var parsed = Root(commands, output, paint)
                .Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            if (ReadFaults.Describe(parsed, Name) is { Count: > 0 } faults)
            {
                foreach (var fault in faults)
                {
                    await error.WriteLineAsync(fault).ConfigureAwait(false);
                }
                return Failed;
            }

            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = error,
            };
            var code = await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
            await output.FlushAsync(cancellation).ConfigureAwait(false);
            return code;
        }
        catch (OutputException fault)
        {
            await error.WriteLineAsync($"De uitvoer kan niet worden geschreven: {fault.Message}.").ConfigureAwait(false);
            return Failed;
        }
    }

    private RootCommand Root(IEnumerable<Command> commands, TextWriter output, Paint paint)
    {
        var root = new RootCommand(Description);
        root.Directives.Clear();
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = "Toont deze hulp.";
                    help.Action = new HelpAction(this, output, paint);
                    // These are paths here.
                    help.Aliases.Remove("/h");
                    help.Aliases.Remove("/?");
                    break;
                case VersionOption version:
                    version.Description = $"Toont de versie van {Name}.";
                    version.Action = new VersionAction(Version, output);
                    break;
            }
        }

        foreach (var command in commands)
        {
            root.Add(command);
        }
        return root;
    }
}
