using System.Buffers;
using System.IO.Pipelines;
using Ijw.Model;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Makes valid berichten of every kind, clean at level 1 and 2 and about nobody; the same seed gives the same bytes.</summary>
public static class Berichtgenerator
{
    private const int Stuk = 64 * 1024;

    /// <summary>A bericht as bytes.</summary>
    /// <exception cref="ArgumentException">The options ask for something that no bericht of this kind can have.</exception>
    public static byte[] Maak(Berichtsoort soort, int seed, GeneratorOpties? opties = null)
    {
        var uitvoer = new ArrayBufferWriter<byte>(8192);
        MaakBoom(soort, seed, opties).Schrijf(uitvoer, (opties ?? GeneratorOpties.Standaard).Opmaak);
        return uitvoer.WrittenSpan.ToArray();
    }

    /// <summary>A bericht as a tree.</summary>
    /// <exception cref="ArgumentException">The options ask for something that no bericht of this kind can have.</exception>
    public static Berichtboom MaakBoom(Berichtsoort soort, int seed, GeneratorOpties? opties = null)
    {
        ArgumentNullException.ThrowIfNull(soort);
        opties ??= GeneratorOpties.Standaard;
        Controleer(opties);
        return Antwoorden.Op(soort) is { } heen
            ? Antwoorden.Maak(soort, MaakHeen(new Kader(heen, seed, opties)), seed)
            : MaakHeen(new Kader(soort, seed, opties));
    }

    /// <summary>Writes a bericht to a stream, which stays open; a JW323 of any size takes no more memory than one of its clients.</summary>
    /// <exception cref="ArgumentException">The options ask for something that no bericht of this kind can have.</exception>
    public static async Task SchrijfAsync(
        Stream uitvoer, Berichtsoort soort, int seed, GeneratorOpties? opties = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(soort);
        opties ??= GeneratorOpties.Standaard;
        if (!soort.IsDeclaratie)
        {
            await uitvoer.WriteAsync(Maak(soort, seed, opties), cancellation).ConfigureAwait(false);
            return;
        }

        Controleer(opties);
        var pipe = PipeWriter.Create(uitvoer, new StreamPipeWriterOptions(leaveOpen: true));
        await new Declaratie(new Kader(soort, seed, opties)).SchrijfAsync(pipe, Doorgeven).ConfigureAwait(false);
        await pipe.CompleteAsync().ConfigureAwait(false);

        async ValueTask Doorgeven()
        {
            if (pipe.UnflushedBytes >= Stuk) await pipe.FlushAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static Berichtboom MaakHeen(Kader kader)
    {
        if (kader.Soort.IsDeclaratie) return new Declaratie(kader).Boom();
        var boom = new Berichtboom(kader.Soort);
        kader.SchrijfKop(boom.Wortel);
        Vuller(kader.Soort)(boom.Wortel, kader);
        return boom;
    }

    private static Action<Knoop, Kader> Vuller(Berichtsoort soort) => soort.Naam switch
    {
        "JW301" => Toewijzing.Vul,
        "JW305" => StartEnStop.VulStart,
        "JW307" => StartEnStop.VulStop,
        "JW315" => Verzoeken.VulToewijzing,
        "JW317" => Verzoeken.VulWijziging,
        "JW319" => Verzoeken.VulAntwoord,
        _ => throw new ArgumentException($"{soort} is not known here.", nameof(soort)),
    };

    private static void Controleer(GeneratorOpties opties)
    {
        if (opties.Clienten is < 1 or > Testbsn.Aantal) throw new ArgumentException($"A JW323 can have 1 to {Testbsn.Aantal} clients.", nameof(opties));
        if (opties.Producten is < 1 or > GeneratorOpties.MeesteProducten)
            throw new ArgumentException($"There can be 1 to {GeneratorOpties.MeesteProducten} products.", nameof(opties));
        if (opties.Dagtekening is { Year: < 2023 or > 2100 }) throw new ArgumentException("The Dagtekening is from 2023 to 2100.", nameof(opties));
    }
}
