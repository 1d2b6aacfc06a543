using Hub.Archief;
using Hub.Berichten;
using Hub.Search;
using Hub.Verwerking;
using Microsoft.Extensions.Logging;

namespace Hub.Ontvangst;

/// <summary>
/// Makes a promise of a bericht that was checked: the outbox row, the archive, the row, the index and the queue, in that order
/// (docs/overview.md).
/// </summary>
public sealed partial class Acceptance(
    StoredBerichtReader reader,
    IBerichten berichten,
    IInProgress inProgress,
    ISearchIndex search,
    WorkQueue workQueue,
    ClientKeys keys,
    TimeProvider time,
    ILogger<Acceptance> logger
)
{
    /// <summary>Archives, records and queues a bericht; done twice, it has one effect and gives one answer.</summary>
    /// <param name="bericht">The bericht.</param>
    /// <param name="received">When its last byte came in (UTC).</param>
    /// <param name="upload">Its bytes.</param>
    /// <exception cref="StorageException">The archive or a table failed; the same bericht can be sent again.</exception>
    /// <exception cref="Queues.QueueException">The queue failed; the same bericht can be sent again.</exception>
    public async Task<OntvangstOutcome> AcceptAsync(CheckedBericht bericht, DateTimeOffset received, IArchiefUpload upload)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        ArgumentNullException.ThrowIfNull(upload);
        var (header, id) = (bericht.Header, BerichtId.Of(bericht.Header, bericht.Sha256));
        // The work first: whatever is archived from here on becomes a bericht, also when this process dies. Renewed, so that who finds a
        // row of an earlier attempt, and nothing archived, does not take this one away.
        var work = WorkQueue.Of(id, header, received);
        await inProgress.RenewAsync(work, CancellationToken.None).ConfigureAwait(false);
        var properties = new ArchiefProperties(
            id,
            Convert.ToHexStringLower(bericht.Sha256),
            bericht.Outcome.Oordeel.Name(),
            header.Gemeente
        );
        // When something stands there already, it is the same bericht: the name follows from its bytes. Mostly it was taken in before.
        var isNew = await upload.StoreAsync(ArchiefPlace.OfBericht(id), properties, CancellationToken.None).ConfigureAwait(false);
        if (!isNew && await berichten.FindAsync(id, CancellationToken.None).ConfigureAwait(false) is { } earlier)
        {
            return await RepeatAsync(earlier, header).ConfigureAwait(false);
        }
        return await RecordAsync(work, bericht).ConfigureAwait(false);
    }

    /// <summary>The last two steps: the row of the bericht, whose bytes are in the archive, and the queue.</summary>
    private async Task<OntvangstOutcome> RecordAsync(InProgress work, CheckedBericht found)
    {
        var (outcome, header) = (found.Outcome, found.Header);
        var bericht = new BerichtStatus
        {
            BerichtId = work.BerichtId,
            Header = header.With(keys.Identification),
            Oordeel = outcome.Oordeel,
            Bevindingen = outcome.Bevindingen,
            BevindingCount = outcome.BevindingCount,
            Archief = ArchiefPlace.OfBericht(work.BerichtId),
            Sha256 = Convert.ToHexStringLower(found.Sha256),
            Length = found.Length,
            Ontvangstdatum = Calendar.Day(work.Since),
            Trail = new Trail
            {
                Received = work.Since,
                Checked = found.At,
                Archived = time.GetUtcNow(),
            },
        };
        if (await berichten.AddAsync(bericht, CancellationToken.None).ConfigureAwait(false) is not { } version)
        {
            var other =
                await berichten.FindAsync(bericht.BerichtId, CancellationToken.None).ConfigureAwait(false)
                ?? throw new StorageException(StorageFault.Retry, "A bericht is there and is not there.");
            return await RepeatAsync(other, header).ConfigureAwait(false);
        }

        await search.AddForSenderAsync(bericht, header, CancellationToken.None).ConfigureAwait(false);
        await workQueue.SendAsync(work, CancellationToken.None).ConfigureAwait(false);
        LogAccepted(bericht.BerichtId, header.Kind.Name, bericht.Oordeel.Name(), bericht.BevindingCount, bericht.Length);
        return new OntvangstOutcome.Accepted(bericht with { Version = version }, Earlier: false);
    }

    // The earlier attempt may have died before it queued the work; queueing twice has one effect.
    private async Task<OntvangstOutcome> RepeatAsync(BerichtStatus bericht, BerichtHeader header)
    {
        if (bericht.IsProcessed)
        {
            await inProgress.RemoveAsync(bericht.BerichtId, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            await search.AddForSenderAsync(bericht, header, CancellationToken.None).ConfigureAwait(false);
            // It waits since it came in, however often it is sent.
            var work = WorkQueue.Of(bericht, bericht.Trail.Received);
            await inProgress.RenewAsync(work, CancellationToken.None).ConfigureAwait(false);
            await workQueue.SendAsync(work, CancellationToken.None).ConfigureAwait(false);
        }

        LogEarlierAccepted(bericht.BerichtId);
        return new OntvangstOutcome.Accepted(bericht, Earlier: true);
    }

    /// <summary>
    /// Finishes what a process died in after it had archived the bytes: what stands in the archive becomes a bericht. False when nothing
    /// was archived: then it was never taken in. When the bytes can't be what they should be, that is logged, and they stay.
    /// </summary>
    /// <param name="work">The work that was recorded before the bytes were archived.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">The archive or a table failed: try again.</exception>
    /// <exception cref="Queues.QueueException">The queue failed: try again.</exception>
    public async Task<bool> FinishAsync(InProgress work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (await reader.CheckAsync(work.BerichtId, cancellation).ConfigureAwait(false) is not var (outcome, sha256, length))
        {
            return false;
        }
        if (outcome.Oordeel != Oordeel.NoBericht && outcome.Header is { } header && BerichtId.Of(header, sha256) == work.BerichtId)
        {
            await RecordAsync(work, new CheckedBericht(outcome, header, sha256, length, time.GetUtcNow())).ConfigureAwait(false);
        }
        else
        {
            LogUnreadable(work.BerichtId);
        }
        return true;
    }

    [LoggerMessage(
        1001,
        LogLevel.Information,
        "Bericht {BerichtId} aangenomen: {Soort}, {Oordeel}, {Bevindingen} bevindingen, {Bytes} bytes."
    )]
    private partial void LogAccepted(string berichtId, string soort, string oordeel, int bevindingen, long bytes);

    [LoggerMessage(1002, LogLevel.Information, "Bericht {BerichtId} was al aangenomen.")]
    private partial void LogEarlierAccepted(string berichtId);

    [LoggerMessage(
        1004,
        LogLevel.Error,
        "Bericht {BerichtId} staat in het archief en is niet te lezen als dat bericht; het is niet aangenomen. Bekijk het."
    )]
    private partial void LogUnreadable(string berichtId);
}
