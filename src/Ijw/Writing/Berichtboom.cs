using System.Buffers;
using Ijw.Findings;
using Ijw.Model;

namespace Ijw.Writing;

/// <summary>A whole bericht in memory; reading it, writing it and reading it again gives the same tree.</summary>
public sealed class Berichtboom
{
    /// <summary>A bericht of this kind with nothing in it yet.</summary>
    public Berichtboom(Berichtsoort soort)
        : this(soort, new Knoop((soort ?? throw new ArgumentNullException(nameof(soort))).Wortel))
    {
    }

    internal Berichtboom(Berichtsoort soort, Knoop wortel)
    {
        Soort = soort;
        Wortel = wortel;
    }

    /// <summary>The kind of bericht.</summary>
    public Berichtsoort Soort { get; }

    /// <summary>The root element, Bericht.</summary>
    public Knoop Wortel { get; }

    /// <summary>The Header.</summary>
    public Knoop Header => Wortel.Kind("Header") ?? throw new InvalidOperationException("The bericht has no Header yet.");

    /// <summary>What the bericht holds beside the Header (Client, Antwoord, Declaratie, DeclaratieAntwoord); null when it holds nothing.</summary>
    public Knoop? Inhoud => Wortel.Kinderen.Count > 1 ? Wortel.Kinderen[1] : null;

    /// <summary>Reads a bericht; null when it is not level 1 clean.</summary>
    public static Berichtboom? Lees(ReadOnlySpan<byte> bericht, ControleOpties? opties = null)
    {
        var lezer = new Boomlezer(opties);
        lezer.Feed(bericht);
        return lezer.Complete();
    }

    /// <summary>Reads a bericht from a stream, which stays open; null when it is not level 1 clean.</summary>
    public static Task<Berichtboom?> LeesAsync(Stream bericht, ControleOpties? opties = null, CancellationToken cancellation = default) =>
        new Boomlezer(opties).LeesAsync(bericht, cancellation);

    /// <summary>The bericht as OP192 asks it: UTF-8 without byte order mark, CRLF, indented.</summary>
    public byte[] Schrijf()
    {
        var uitvoer = new ArrayBufferWriter<byte>(4096);
        Schrijf(uitvoer);
        return uitvoer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the bericht.</summary>
    public void Schrijf(IBufferWriter<byte> uitvoer, Opmaak opmaak = Opmaak.Ingesprongen)
    {
        var writer = new BerichtWriter(uitvoer, Soort, opmaak);
        foreach (var kind in Wortel.Kinderen) writer.Schrijf(kind);
        writer.Sluit();
    }
}
