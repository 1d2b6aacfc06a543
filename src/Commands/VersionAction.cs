using System.CommandLine;
using System.CommandLine.Invocation;

namespace Commands;

/// <summary>Prints the version of a program.</summary>
internal sealed class VersionAction(string version, TextWriter output) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        output.WriteLine(version);
        return 0;
    }
}
