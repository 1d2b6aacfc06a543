using System.IO.Pipelines;
using System.Security.Cryptography;
using Hub.Archief;
using Hub.Berichten;
using Hub.Deelnemers;

namespace Hub.Ontvangst;

/// <summary>
/// Takes in one bericht: checks, hashes and archives its bytes while they come in. What it turns out to be goes on to
/// <see cref="Acceptance"/> or <see cref="Refusals"/>.
/// </summary>
public sealed class BerichtOntvangst(
    IArchief archief,
    Acceptance acceptance,
    Refusals refusals,
    DeelnemerList deelnemers,
    TimeProvider time
)
{
    /// <summary>
    /// Reads <paramref name="source"/> to its end and gives the outcome; only <see cref="OntvangstOutcome.Accepted"/> is a promise.
    /// </summary>
    /// <param name="source">The bytes of the XML, already decompressed.</param>
    /// <param name="caller">Who sends it, by its token.</param>
    /// <param name="cancellation">Stops the reading; once all bytes are in, the rest is finished.</param>
    /// <exception cref="StorageException">The archive or a table failed; the same bericht can be sent again.</exception>
    /// <exception cref="Queues.QueueException">The queue failed; the same bericht can be sent again.</exception>
    public async Task<OntvangstOutcome> TakeInAsync(PipeReader source, Deelnemer caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(caller);
        var reading = new Reading(caller, deelnemers, time.GetUtcNow());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var upload = archief.Begin(reading.RefusalPlace);
        var hasRoom = false;

        while (true)
        {
            var read = await source.ReadAsync(cancellation).ConfigureAwait(false);
            try
            {
                foreach (var segment in read.Buffer)
                {
                    if (reading.Take(segment.Span) is { } aborted)
                    {
                        return aborted;
                    }
                    hash.AppendData(segment.Span);
                    // What can't be kept anyway need not go to the storage.
                    if (reading.IsNoBericht && reading.Length > IArchief.MaxHeld && !hasRoom)
                    {
                        if (!await refusals.HasRoomAsync(reading, cancellation).ConfigureAwait(false))
                        {
                            return refusals.TooMany([], 0);
                        }
                        hasRoom = true;
                    }

                    await upload.WriteAsync(segment, cancellation).ConfigureAwait(false);
                }
            }
            finally
            {
                // Also when it stops here, or the server could not read past the rest of the body.
                source.AdvanceTo(read.Buffer.End);
            }

            if (read.IsCompleted)
            {
                break;
            }
        }

        var received = time.GetUtcNow();
        var outcome = reading.Round();
        var sha256 = hash.GetHashAndReset();
        return outcome.Oordeel == Oordeel.NoBericht || outcome.Header is null
            ? await refusals.RefuseAsync(reading, outcome, sha256, upload).ConfigureAwait(false)
            : await acceptance
                .AcceptAsync(new CheckedBericht(outcome, outcome.Header, sha256, reading.Length, time.GetUtcNow()), received, upload)
                .ConfigureAwait(false);
    }

    /// <summary>Finishes what a process died in; see <see cref="Acceptance.FinishAsync"/>.</summary>
    public Task<bool> FinishAsync(InProgress work, CancellationToken cancellation) => acceptance.FinishAsync(work, cancellation);
}
