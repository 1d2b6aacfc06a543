using Hub.Aflevering;
using Hub.Berichten;
using Hub.Deelnemers;

namespace Hub.Verwerking.Steps;

/// <summary>Delivers the answer to the sender, and the bericht to its receiver unless it was refused.</summary>
public sealed class Step4Deliver(BerichtAflevering aflevering, Deelnemerslijst deelnemers, TimeProvider tijd) : IStep
{
    /// <inheritdoc/>
    public async Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (bericht.Antwoord is { } antwoord)
            bericht.Antwoord = antwoord with { Bericht = await DeliverAsync(antwoord.Bericht, antwoord.Read.Bytes, cancellation).ConfigureAwait(false) };
        if (bericht.GoesOn) bericht.Bericht = await DeliverAsync(bericht.Bericht, bericht.Read.Bytes, cancellation).ConfigureAwait(false);
    }

    private async Task<BerichtStatus> DeliverAsync(BerichtStatus bericht, ReadOnlyMemory<byte>? bytes, CancellationToken cancellation)
    {
        await aflevering.LeverAfAsync(bericht, bytes, deelnemers.Of(bericht.Kop.Geadresseerde), cancellation).ConfigureAwait(false);
        return bericht with { Spoor = bericht.Spoor with { Afgeleverd = tijd.GetUtcNow() } };
    }
}
