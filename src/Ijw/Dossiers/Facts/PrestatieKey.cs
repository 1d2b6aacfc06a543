using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>Names a prestatie within its declaratie.</summary>
/// <param name="Client">The client.</param>
/// <param name="ReferentieNummer">Its own number.</param>
/// <param name="VorigReferentieNummer">The number of the debet that it credits; null in a debet.</param>
public readonly record struct PrestatieKey(ClientKey Client, string ReferentieNummer, string? VorigReferentieNummer)
{
    /// <summary>That of a prestatie.</summary>
    public static PrestatieKey Of(Prestatie prestatie)
    {
        ArgumentNullException.ThrowIfNull(prestatie);

        return new PrestatieKey(prestatie.Client, prestatie.ReferentieNummer, prestatie.VorigReferentieNummer);
    }
}
