namespace Ijw.Content;

/// <summary>What the content of a bericht keeps instead of what may not be kept.</summary>
/// <param name="Client">Makes the key of a client from the BSN, of nine digits.</param>
/// <param name="Identification">
/// What to keep of an identification that a sender may write as it likes, and so may hold a BSN; the same for the same text, so that what
/// was equal stays so. The text itself when not given.
/// </param>
public sealed record ContentKeys(Func<string, ClientKey> Client, Func<string, string>? Identification = null);
