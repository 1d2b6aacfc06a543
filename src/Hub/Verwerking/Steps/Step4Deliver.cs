using Hub.Aflevering;
using Hub.Berichten;
using Hub.Deelnemers;

namespace Hub.Verwerking.Steps;

/// <summary>Delivers the answer to the sender, and the bericht to its receiver unless it was refused.</summary>
public sealed class Step4Deliver(BerichtAflevering aflevering, DeelnemerList deelnemers, TimeProvider time) : IStep
{
    /// <inheritdoc/>
    public async Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (bericht.Answer is { } answer)
        {
            bericht.Answer = answer with
            {
                Bericht = await DeliverAsync(answer.Bericht, answer.Read.Bytes, cancellation).ConfigureAwait(false),
            };
        }
        if (bericht.GoesOn)
        {
            bericht.Bericht = await DeliverAsync(bericht.Bericht, bericht.Read.Bytes, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<BerichtStatus> DeliverAsync(BerichtStatus bericht, ReadOnlyMemory<byte>? bytes, CancellationToken cancellation)
    {
        await aflevering.DeliverAsync(bericht, bytes, deelnemers.Of(bericht.Header.Addressee), cancellation).ConfigureAwait(false);
        return bericht with { Trail = bericht.Trail with { Delivered = time.GetUtcNow() } };
    }
}
