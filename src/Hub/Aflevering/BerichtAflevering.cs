using Hub.Archief;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Queues;

namespace Hub.Aflevering;

/// <summary>Puts a bericht in the postbus of a deelnemer: the bytes exactly as received, or a reference when they are too many.</summary>
public sealed class BerichtAflevering(IArchief archief, IQueueClient queues)
{
    /// <summary>What is kept free of a queue's largest message for the header, the properties and their encoding, in bytes.</summary>
    public const int RuimteVoorEigenschappen = 4096;

    /// <summary>Delivers; the postbus accepts the same bericht once (its MessageId is the BerichtId).</summary>
    public async Task LeverAfAsync(BerichtStatus bericht, Deelnemer deelnemer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        ArgumentNullException.ThrowIfNull(deelnemer);
        var ruimte = await queues.GetMaxMessageSizeAsync(deelnemer.Postbus, cancellation).ConfigureAwait(false) - RuimteVoorEigenschappen;
        var past = bericht.Lengte <= ruimte;
        var inhoud = past ? await LeesAsync(bericht, cancellation).ConfigureAwait(false) : [];
        await queues.SendAsync(deelnemer.Postbus, Postbusbericht.Van(bericht, past, inhoud), cancellation).ConfigureAwait(false);
    }

    private async Task<byte[]> LeesAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        var inhoud = new byte[bericht.Lengte];
        var stroom = await archief.LeesAsync(bericht.Archief, cancellation).ConfigureAwait(false);
        await using (stroom.ConfigureAwait(false))
        {
            await stroom.ReadExactlyAsync(inhoud, cancellation).ConfigureAwait(false);
        }

        return inhoud;
    }
}
