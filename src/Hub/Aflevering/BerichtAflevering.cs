using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Postbus;
using Hub.Queues;

namespace Hub.Aflevering;

/// <summary>
/// Puts a bericht in the postbus of a deelnemer. On a queue: the bytes exactly as received, or a reference when they are too many. Over
/// HTTP: a reference always.
/// </summary>
public sealed class BerichtAflevering(Berichtlezer lezer, IQueueClient queues, IPostbus postbus)
{
    /// <summary>Delivers; a postbus accepts the same bericht once.</summary>
    /// <param name="bericht">The bericht.</param>
    /// <param name="bytes">Its bytes; null when they are to be read, if they are needed.</param>
    /// <param name="deelnemer">Whose postbus.</param>
    /// <param name="cancellation">Stops it; it may have been delivered or not.</param>
    public Task LeverAfAsync(BerichtStatus bericht, ReadOnlyMemory<byte>? bytes, Deelnemer deelnemer, CancellationToken cancellation) =>
        LeverAfAsync(bericht, Poststuk.Van(bericht), bytes, deelnemer, cancellation);

    /// <summary>Delivers once more what had been delivered, marked as such; gives the id that it has in the postbus.</summary>
    public async Task<string> HerhaalAsync(BerichtStatus bericht, Deelnemer deelnemer, DateTimeOffset nu, CancellationToken cancellation)
    {
        var stuk = Poststuk.HerhalingVan(bericht, nu);
        await LeverAfAsync(bericht, stuk, null, deelnemer, cancellation).ConfigureAwait(false);
        return stuk.Id;
    }

    /// <summary>Puts what the hub itself has to say, a reminder or a signal, in a postbus; the same is accepted once.</summary>
    /// <param name="bericht">The bericht that it is about.</param>
    /// <param name="stuk">The reminder or the signal.</param>
    /// <param name="deelnemer">Who must know.</param>
    /// <param name="cancellation">Stops it; it may have been sent or not.</param>
    public Task MeldAsync(BerichtStatus bericht, Poststuk stuk, Deelnemer deelnemer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        return deelnemer.Kanaal == Kanaal.Http
            ? postbus.LegNeerAsync(deelnemer.Code, stuk, cancellation)
            : SendAsync(deelnemer, Postbusbericht.VanMelding(bericht, stuk), cancellation);
    }

    private async Task LeverAfAsync(BerichtStatus bericht, Poststuk stuk, ReadOnlyMemory<byte>? bytes, Deelnemer deelnemer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        if (deelnemer.Kanaal == Kanaal.Http)
        {
            await postbus.LegNeerAsync(deelnemer.Code, stuk, cancellation).ConfigureAwait(false);
            return;
        }

        var past = await DependencyBound.RunAsync(
            "queue van een postbus: grootte", stop => queues.FitsAsync(deelnemer.Postbus, bericht.Lengte, stop), cancellation).ConfigureAwait(false);
        var inhoud = !past ? default : bytes ?? await lezer.BytesAsync(bericht, cancellation).ConfigureAwait(false);
        await SendAsync(deelnemer, Postbusbericht.Van(bericht, stuk, past, inhoud), cancellation).ConfigureAwait(false);
    }

    private Task SendAsync(Deelnemer deelnemer, QueueMessage message, CancellationToken cancellation) =>
        DependencyBound.RunAsync("queue van een postbus: sturen", stop => queues.SendAsync(deelnemer.Postbus, message, stop), cancellation);
}
