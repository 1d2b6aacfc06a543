using Ijw.Content;
using Ijw.Findings;

namespace Ijw;

/// <summary>
/// Reads what the register and the rules across berichten need of one bericht, while its bytes come in: a <see cref="BerichtReading"/> of
/// which only the content is asked.
/// </summary>
/// <remarks>Of a JW323 all prestaties are kept, compactly; nothing else of the bytes is.</remarks>
/// <param name="key">Makes the key of a client from the BSN, of nine digits.</param>
/// <param name="options">The bounds.</param>
/// <param name="identification">What to keep of an identification (<see cref="ContentKeys"/>).</param>
public sealed class ContentReader(Func<string, ClientKey> key, CheckOptions? options = null, Func<string, string>? identification = null)
{
    private readonly BerichtReading _reading = new(Parts(key, identification), options);

    /// <summary>Reads a whole stream, which stays open; null when it doesn't hold a bericht that is level 1 clean.</summary>
    public static async Task<BerichtContent?> ReadAsync(
        Stream bericht,
        Func<string, ClientKey> key,
        CheckOptions? options = null,
        Func<string, string>? identification = null,
        CancellationToken cancellation = default
    ) => (await BerichtReading.ReadAsync(bericht, Parts(key, identification), options, cancellation).ConfigureAwait(false)).Content;

    /// <summary>Reads a bericht; null when it is not level 1 clean.</summary>
    public static BerichtContent? Read(
        ReadOnlySpan<byte> bericht,
        Func<string, ClientKey> key,
        CheckOptions? options = null,
        Func<string, string>? identification = null
    ) => BerichtReading.Read(bericht, Parts(key, identification), options).Content;

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => _reading.Feed(bytes);

    /// <summary>Says that all bytes have come in, and gives the content; null when the bericht is not level 1 clean.</summary>
    public BerichtContent? Complete() => _reading.Complete().Content;

    private static ReadingParts Parts(Func<string, ClientKey> key, Func<string, string>? identification)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new ReadingParts { Content = new ContentKeys(key, identification) };
    }
}
