using System.IO.Pipelines;
using Ijw.Reading;

namespace Ijw;

/// <summary>Checks one bericht at level 1 and 2 while its bytes come in (D5).</summary>
/// <example><code>
/// var controle = new BerichtControle();
/// while (more) controle.Feed(bytes);
/// ControleResultaat resultaat = controle.Complete();
/// </code></example>
/// <remarks>An invalid bericht is a value: no bytes make it throw. One instance checks one bericht; it is not thread-safe.</remarks>
public sealed class BerichtControle
{
    private readonly BerichtReader _reader;
    private readonly XmlScanner _scanner;

    /// <summary>Starts checking a bericht within the given bounds.</summary>
    public BerichtControle(ControleOpties? opties = null)
    {
        opties ??= ControleOpties.Standaard;
        _reader = new BerichtReader(opties, null);
        _scanner = new XmlScanner(_reader, opties);
        _reader.Attach(_scanner);
    }

    /// <summary>The Header, as soon as its end tag has come in without a level 1 finding; null before.</summary>
    public Berichtkop? Kop => _reader.Kop;

    /// <summary>True once a level 1 finding has come up: it will not become a bericht any more.</summary>
    public bool IsGeenBericht => _reader.Bevindingen.HeeftNiveau1;

    /// <summary>Checks all that comes out of a pipe; the pipe is not completed.</summary>
    public static async ValueTask<ControleResultaat> ControleerAsync(PipeReader bron, ControleOpties? opties = null, CancellationToken cancellation = default)
    {
        var controle = new BerichtControle(opties);
        while (true)
        {
            var gelezen = await bron.ReadAsync(cancellation).ConfigureAwait(false);
            foreach (var deel in gelezen.Buffer) controle.Feed(deel.Span);
            bron.AdvanceTo(gelezen.Buffer.End);
            if (gelezen.IsCompleted) return controle.Complete();
        }
    }

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => _scanner.Feed(bytes);

    /// <summary>Says that all bytes have come in, and gives the verdict.</summary>
    public ControleResultaat Complete()
    {
        _scanner.Complete();
        var bevindingen = _reader.Bevindingen;
        var oordeel = bevindingen.HeeftNiveau1 ? Oordeel.GeenBericht : bevindingen.HeeftNiveau2 ? Oordeel.Afgekeurd : Oordeel.Goedgekeurd;
        return new ControleResultaat(oordeel, _reader.Soort, _reader.Kop, bevindingen.Maak(), bevindingen.Aantal);
    }
}
