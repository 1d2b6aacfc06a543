using System.Buffers;
using Commands.Files;
using Commands.Output;

namespace Ijw.Cli.Controle;

/// <summary>Checks sources while they are read: a bericht is never whole in memory.</summary>
internal static class Controleur
{
    private const int Buffergrootte = 128 * 1024;

    private static readonly ControleOpties Opties = ControleOpties.Standaard with { MaxBevindingen = 10_000 };

    /// <summary>Checks many sources, some at the same time; the verdicts come in the order of the sources.</summary>
    /// <param name="bronnen">The sources.</param>
    /// <param name="gemeentecodes">What the gemeente in each Header is held against.</param>
    public static async IAsyncEnumerable<Uitslag> ControleerAsync(IEnumerable<Bron> bronnen, Gemeentecodes gemeentecodes)
    {
        var opties = Opties with { Gemeentecodes = gemeentecodes };
        var tegelijk = Environment.ProcessorCount * 4;
        var lopend = new Queue<Task<Uitslag>>(tegelijk);
        foreach (var bron in bronnen)
        {
            if (lopend.Count == tegelijk) yield return await lopend.Dequeue().ConfigureAwait(false);
            lopend.Enqueue(Task.Run(() => Controleer(bron, opties)));
        }

        while (lopend.TryDequeue(out var taak)) yield return await taak.ConfigureAwait(false);
    }

    /// <summary>Checks one source.</summary>
    public static Uitslag Controleer(Bron bron) => Controleer(bron, Opties);

    private static Uitslag Controleer(Bron bron, ControleOpties opties)
    {
        if (bron.Fout is not null) return new Uitslag(bron.Naam, null, bron.Fout);
        try
        {
            using var stroom = Open(bron);
            return new Uitslag(bron.Naam, Controleer(stroom, opties), null);
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            return new Uitslag(bron.Naam, null, Leesfout.Beschrijf(fout, bron.Naam));
        }
    }

    /// <summary>Opens a source for one pass from begin to end.</summary>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream Open(Bron bron) => bron.IsInvoer
        ? StandardStreams.Input()
        : new FileStream(bron.Naam, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>Checks a stream, which stays open.</summary>
    public static ControleResultaat Controleer(Stream stroom) => Controleer(stroom, Opties);

    private static ControleResultaat Controleer(Stream stroom, ControleOpties opties)
    {
        var controle = new BerichtControle(opties);
        var buffer = ArrayPool<byte>.Shared.Rent(Buffergrootte);
        try
        {
            var gelezen = 0L;
            while (gelezen <= opties.MaxBytes && stroom.Read(buffer) is > 0 and var aantal)
            {
                controle.Feed(buffer.AsSpan(0, aantal));
                gelezen += aantal;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return controle.Complete();
    }
}
