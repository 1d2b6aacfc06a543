using System.IO.Pipelines;
using Ijw.Findings;
using Ijw.Model;

namespace Ijw;

/// <summary>Checks one bericht at level 1 and 2 while its bytes come in (D5): a <see cref="BerichtReading"/> of which only the verdict is asked.</summary>
/// <example><code>
/// var controle = new BerichtControle();
/// while (more) controle.Feed(bytes);
/// ControleResultaat resultaat = controle.Complete();
/// </code></example>
/// <remarks>An invalid bericht is a value: no bytes make it throw. One instance checks one bericht; it is not thread-safe.</remarks>
/// <param name="opties">The bounds.</param>
public sealed class BerichtControle(ControleOpties? opties = null)
{
    private readonly BerichtReading _reading = new(ReadingParts.Check, opties);
    private ControleResultaat? _resultaat;

    /// <summary>The Header, as soon as its end tag has come in without a level 1 finding; null before.</summary>
    public Berichtkop? Kop => _resultaat is null ? _reading.Kop : _resultaat.Kop;

    /// <summary>True once a level 1 finding has come up: it will not become a bericht any more.</summary>
    public bool IsGeenBericht => _resultaat is null ? _reading.IsGeenBericht : _resultaat.Oordeel == Oordeel.GeenBericht;

    /// <summary>Checks a bericht whose bytes are all there.</summary>
    public static ControleResultaat Controleer(ReadOnlySpan<byte> bericht, ControleOpties? opties = null)
    {
        var controle = new BerichtControle(opties);
        controle.Feed(bericht);
        return controle.Complete();
    }

    /// <summary>Checks all that comes out of a pipe; the pipe is not completed.</summary>
    public static async ValueTask<ControleResultaat> ControleerAsync(PipeReader bron, ControleOpties? opties = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bron);
        var reading = new BerichtReading(ReadingParts.Check, opties);
        await reading.FeedAsync(bron, cancellation).ConfigureAwait(false);
        return reading.CompleteCheck();
    }

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => _reading.Feed(bytes);

    /// <summary>Says that all bytes have come in, and gives the verdict.</summary>
    public ControleResultaat Complete() => _resultaat ??= _reading.CompleteCheck();
}
