using Commands;
using Commands.Output;

namespace Ijw.Cli;

/// <summary>Where ijw writes, and whether people are looking.</summary>
internal sealed class Terminal : IDisposable
{
    private Terminal(Stream uit, bool uitIsTerminal, bool foutIsTerminal)
    {
        UitStroom = uit;
        Uit = StandardStreams.Text(uit, autoFlush: false);
        Fout = StandardStreams.Error();
        UitIsTerminal = uitIsTerminal;
        FoutIsTerminal = foutIsTerminal;
        Verf = new Verf(uitIsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb");
    }

    /// <summary>Standard output as bytes, for what is a file in itself.</summary>
    public Stream UitStroom { get; }

    /// <summary>Standard output, buffered: flush it when something is complete.</summary>
    public TextWriter Uit { get; }

    /// <summary>True when standard output is shown to somebody.</summary>
    public bool UitIsTerminal { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Fout { get; }

    /// <summary>True when standard error is shown to somebody.</summary>
    public bool FoutIsTerminal { get; }

    /// <summary>Colours for standard output.</summary>
    public Verf Verf { get; }

    /// <summary>The streams of this process.</summary>
    public static Terminal Standaard() =>
        new(StandardStreams.Output(), !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>Names come from outside: a control character in one would steer the terminal.</summary>
    public static string Toonbaar(string tekst) => Printable.Text(tekst);

    /// <inheritdoc/>
    public void Dispose() => Uit.Dispose();
}
