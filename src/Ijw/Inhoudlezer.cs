using Ijw.Findings;
using Ijw.Inhoud;

namespace Ijw;

/// <summary>
/// Reads what the register and the rules across berichten need of one bericht, while its bytes come in: a <see cref="BerichtReading"/> of which only
/// the content is asked.
/// </summary>
/// <remarks>Of a JW323 all prestaties are kept, compactly; nothing else of the bytes is.</remarks>
/// <param name="sleutel">Makes the key of a client from the BSN, of nine digits.</param>
/// <param name="opties">The bounds.</param>
/// <param name="identification">What to keep of an identification (<see cref="ContentKeys"/>).</param>
public sealed class Inhoudlezer(Func<string, Clientsleutel> sleutel, ControleOpties? opties = null, Func<string, string>? identification = null)
{
    private readonly BerichtReading _reading = new(Parts(sleutel, identification), opties);

    /// <summary>Reads a whole stream, which stays open; null when it doesn't hold a bericht that is level 1 clean.</summary>
    public static async Task<Berichtinhoud?> LeesAsync(
        Stream bericht,
        Func<string, Clientsleutel> sleutel,
        ControleOpties? opties = null,
        Func<string, string>? identification = null,
        CancellationToken cancellation = default) =>
        (await BerichtReading.ReadAsync(bericht, Parts(sleutel, identification), opties, cancellation).ConfigureAwait(false)).Inhoud;

    /// <summary>Reads a bericht; null when it is not level 1 clean.</summary>
    public static Berichtinhoud? Lees(
        ReadOnlySpan<byte> bericht, Func<string, Clientsleutel> sleutel, ControleOpties? opties = null, Func<string, string>? identification = null) =>
        BerichtReading.Read(bericht, Parts(sleutel, identification), opties).Inhoud;

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => _reading.Feed(bytes);

    /// <summary>Says that all bytes have come in, and gives the content; null when the bericht is not level 1 clean.</summary>
    public Berichtinhoud? Complete() => _reading.Complete().Inhoud;

    private static ReadingParts Parts(Func<string, Clientsleutel> sleutel, Func<string, string>? identification)
    {
        ArgumentNullException.ThrowIfNull(sleutel);
        return new ReadingParts { Content = new ContentKeys(sleutel, identification) };
    }
}
