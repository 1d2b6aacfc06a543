using System.Collections.Concurrent;
using System.IO.Pipelines;
using Ijw.Findings;
using Ijw.Model;
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
    private const int MostIdle = 16;

    private static readonly ConcurrentQueue<BerichtReader> Idle = new();
    private static BerichtReader? _last;

    private readonly bool _isStandaard;
    private BerichtReader? _reader;
    private ControleResultaat? _resultaat;

    /// <summary>Starts checking a bericht within the given bounds.</summary>
    public BerichtControle(ControleOpties? opties = null)
    {
        opties ??= ControleOpties.Standaard;
        _isStandaard = ReferenceEquals(opties, ControleOpties.Standaard) || opties with { Gemeentecodes = null } == ControleOpties.Standaard;
        _reader = (_isStandaard ? Take() : null) ?? new BerichtReader(opties, null);
        _reader.Gemeentecodes = opties.Gemeentecodes;
    }

    /// <summary>The Header, as soon as its end tag has come in without a level 1 finding; null before.</summary>
    public Berichtkop? Kop => _resultaat is null ? Reader.Kop : _resultaat.Kop;

    /// <summary>True once a level 1 finding has come up: it will not become a bericht any more.</summary>
    public bool IsGeenBericht => _resultaat is null ? Reader.Bevindingen.HeeftNiveau1 : _resultaat.Oordeel == Oordeel.GeenBericht;

    private BerichtReader Reader => _reader ?? throw new InvalidOperationException("This bericht is complete; check the next one with a new instance.");

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
        var controle = new BerichtControle(opties);
        while (true)
        {
            var gelezen = await bron.ReadAsync(cancellation).ConfigureAwait(false);
            if (gelezen.Buffer.IsSingleSegment) controle.Feed(gelezen.Buffer.FirstSpan);
            else foreach (var deel in gelezen.Buffer) controle.Feed(deel.Span);
            bron.AdvanceTo(gelezen.Buffer.End);
            if (gelezen.IsCompleted) return controle.Complete();
        }
    }

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => Reader.Scanner.Feed(bytes);

    /// <summary>Says that all bytes have come in, and gives the verdict.</summary>
    public ControleResultaat Complete()
    {
        if (_resultaat is not null) return _resultaat;
        var reader = Reader;
        reader.Scanner.Complete();
        var bevindingen = reader.Bevindingen;
        var oordeel = bevindingen.HeeftNiveau1 ? Oordeel.GeenBericht : bevindingen.HeeftNiveau2 ? Oordeel.Afgekeurd : Oordeel.Goedgekeurd;
        _resultaat = new ControleResultaat(oordeel, reader.Soort, reader.Kop, bevindingen.Maak(), bevindingen.Aantal);
        GiveBack(reader);
        return _resultaat;
    }

    /// <summary>A reader knows the styles of senders by now, so the next bericht gets it; of this one no value can be had from it.</summary>
    private void GiveBack(BerichtReader reader)
    {
        _reader = null;
        if (!_isStandaard) return;
        reader.Reset();
        // The one that was used last is at hand; the others stand in a queue.
        if (Interlocked.CompareExchange(ref _last, reader, null) is not null && Idle.Count < MostIdle) Idle.Enqueue(reader);
    }

    private static BerichtReader? Take() => Interlocked.Exchange(ref _last, null) ?? (Idle.TryDequeue(out var reader) ? reader : null);
}
