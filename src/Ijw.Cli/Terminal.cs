using Commands;
using Commands.Output;

namespace Ijw.Cli;

/// <summary>Where ijw writes, and whether people are looking.</summary>
internal sealed class Terminal : IDisposable
{
    private Terminal(Stream output, bool fromIsTerminal, bool faultIsTerminal)
    {
        FromStream = output;
        Out = StandardStreams.Text(output, autoFlush: false);
        Error = StandardStreams.Error();
        FromIsTerminal = fromIsTerminal;
        FaultIsTerminal = faultIsTerminal;
        Paint = new Paint(
            fromIsTerminal
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb"
        );
    }

    /// <summary>Standard output as bytes, for what is a file in itself.</summary>
    public Stream FromStream { get; }

    /// <summary>Standard output, buffered: flush it when something is complete.</summary>
    public TextWriter Out { get; }

    /// <summary>True when standard output is shown to somebody.</summary>
    public bool FromIsTerminal { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>True when standard error is shown to somebody.</summary>
    public bool FaultIsTerminal { get; }

    /// <summary>Colours for standard output.</summary>
    public Paint Paint { get; }

    /// <summary>The streams of this process.</summary>
    public static Terminal Standard() => new(StandardStreams.Output(), !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>Names come from outside: a control character in one would steer the terminal.</summary>
    public static string AsPrintable(string text) => Printable.Text(text);

    /// <inheritdoc/>
    public void Dispose() => Out.Dispose();
}
