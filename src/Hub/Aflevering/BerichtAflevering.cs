using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Postbus;
using Hub.Queues;

namespace Hub.Aflevering;

/// <summary>
/// Puts a bericht in the postbus of a deelnemer. On a queue: the bytes exactly as received, or a reference when they are too many. Over
/// HTTP: a reference always.
/// </summary>
public sealed class BerichtAflevering(StoredBerichtReader reader, IQueueClient queues, IPostbus postbus)
{
    /// <summary>Delivers; a postbus accepts the same bericht once.</summary>
    /// <param name="bericht">The bericht.</param>
    /// <param name="bytes">Its bytes; null when they are to be read, if they are needed.</param>
    /// <param name="deelnemer">Whose postbus.</param>
    /// <param name="cancellation">Stops it; it may have been delivered or not.</param>
    public Task DeliverAsync(BerichtStatus bericht, ReadOnlyMemory<byte>? bytes, Deelnemer deelnemer, CancellationToken cancellation) =>
        DeliverAsync(bericht, Poststuk.Of(bericht), bytes, deelnemer, cancellation);

    /// <summary>Delivers once more what had been delivered, marked as such; gives the id that it has in the postbus.</summary>
    public async Task<string> RepeatAsync(BerichtStatus bericht, Deelnemer deelnemer, DateTimeOffset now, CancellationToken cancellation)
    {
        var piece = Poststuk.RepetitionOf(bericht, now);
        await DeliverAsync(bericht, piece, null, deelnemer, cancellation).ConfigureAwait(false);
        return piece.Id;
    }

    /// <summary>Puts what the hub itself has to say, a reminder or a signal, in a postbus; the same is accepted once.</summary>
    /// <param name="bericht">The bericht that it is about.</param>
    /// <param name="piece">The reminder or the signal.</param>
    /// <param name="deelnemer">Who must know.</param>
    /// <param name="cancellation">Stops it; it may have been sent or not.</param>
    public Task ReportAsync(BerichtStatus bericht, Poststuk piece, Deelnemer deelnemer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        return deelnemer.Channel == Channel.Http
            ? postbus.DepositAsync(deelnemer.Code, piece, cancellation)
            : SendAsync(deelnemer, PostbusMessage.OfNotice(bericht, piece), cancellation);
    }

    private async Task DeliverAsync(
        BerichtStatus bericht,
        Poststuk piece,
        ReadOnlyMemory<byte>? bytes,
        Deelnemer deelnemer,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        if (deelnemer.Channel == Channel.Http)
        {
            await postbus.DepositAsync(deelnemer.Code, piece, cancellation).ConfigureAwait(false);
            return;
        }

        var past = await DependencyBound
            .RunAsync("queue van een postbus: grootte", stop => queues.FitsAsync(deelnemer.Postbus, bericht.Length, stop), cancellation)
            .ConfigureAwait(false);
        var content = !past ? default : bytes ?? await reader.BytesAsync(bericht, cancellation).ConfigureAwait(false);
        await SendAsync(deelnemer, PostbusMessage.Of(bericht, piece, past, content), cancellation).ConfigureAwait(false);
    }

    private Task SendAsync(Deelnemer deelnemer, QueueMessage message, CancellationToken cancellation) =>
        DependencyBound.RunAsync("queue van een postbus: sturen", stop => queues.SendAsync(deelnemer.Postbus, message, stop), cancellation);
}
