using Ijw.Findings;
using Ijw.Inhoud;
using Ijw.Inhoud.Lezen;
using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw;

/// <summary>Reads what the register and the rules across berichten need of one bericht, while its bytes come in.</summary>
/// <remarks>Of a JW323 all prestaties are kept, compactly; nothing else of the bytes is.</remarks>
public sealed class Inhoudlezer : IRecordOntvanger
{
    private const int Stuk = 32 * 1024;

    private readonly BerichtReader _reader;
    private readonly Func<string, Clientsleutel> _sleutel;
    private readonly Func<string, string> _identification;
    private Opbouw? _opbouw;

    /// <summary>Starts reading a bericht.</summary>
    /// <param name="sleutel">Makes the key of a client from the BSN, of nine digits.</param>
    /// <param name="opties">The bounds.</param>
    /// <param name="identification">
    /// What to keep of an identification that a sender may write as it likes, and so may hold a BSN; the same for the same text, so that what was
    /// equal stays so. The text itself when not given.
    /// </param>
    public Inhoudlezer(Func<string, Clientsleutel> sleutel, ControleOpties? opties = null, Func<string, string>? identification = null)
    {
        _identification = identification ?? (static tekst => tekst);
        _sleutel = sleutel ?? throw new ArgumentNullException(nameof(sleutel));
        _reader = new BerichtReader(opties ?? ControleOpties.Standaard, this);
    }

    /// <summary>Reads a whole stream, which stays open; null when it doesn't hold a bericht that is level 1 clean.</summary>
    public static async Task<Berichtinhoud?> LeesAsync(
        Stream bericht,
        Func<string, Clientsleutel> sleutel,
        ControleOpties? opties = null,
        Func<string, string>? identification = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var lezer = new Inhoudlezer(sleutel, opties, identification);
        var buffer = new byte[Stuk];
        while (await bericht.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var aantal and > 0) lezer.Feed(buffer.AsSpan(0, aantal));
        return lezer.Complete();
    }

    /// <summary>Reads a bericht; null when it is not level 1 clean.</summary>
    public static Berichtinhoud? Lees(
        ReadOnlySpan<byte> bericht, Func<string, Clientsleutel> sleutel, ControleOpties? opties = null, Func<string, string>? identification = null)
    {
        var lezer = new Inhoudlezer(sleutel, opties, identification);
        lezer.Feed(bericht);
        return lezer.Complete();
    }

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => _reader.Scanner.Feed(bytes);

    /// <summary>Says that all bytes have come in, and gives the content; null when the bericht is not level 1 clean.</summary>
    public Berichtinhoud? Complete()
    {
        _reader.Scanner.Complete();
        return _reader.Bevindingen.HeeftNiveau1 ? null : _opbouw?.Maak();
    }

    /// <inheritdoc/>
    void IRecordOntvanger.Waarde(SchemaNode node, ReadOnlySpan<byte> bytes)
    {
    }

    /// <inheritdoc/>
    void IRecordOntvanger.Klasse(Record record) => (_opbouw ??= Opbouw.Van(_reader.Soort!, _sleutel, _identification)).Klasse(record, _reader.Kop!);
}
