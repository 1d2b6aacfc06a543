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
public sealed class BerichtOntvangst(IArchief archief, Acceptance acceptance, Refusals refusals, Deelnemerslijst deelnemers, TimeProvider tijd)
{
    /// <summary>
    /// Reads <paramref name="bron"/> to its end and gives the outcome; only <see cref="OntvangstUitkomst.Aangenomen"/> is a promise.
    /// </summary>
    /// <param name="bron">The bytes of the XML, already decompressed.</param>
    /// <param name="aanroeper">Who sends it, by its token.</param>
    /// <param name="cancellation">Stops the reading; once all bytes are in, the rest is finished.</param>
    /// <exception cref="OpslagException">The archive or a table failed; the same bericht can be sent again.</exception>
    /// <exception cref="Queues.QueueException">The queue failed; the same bericht can be sent again.</exception>
    public async Task<OntvangstUitkomst> NeemAanAsync(PipeReader bron, Deelnemer aanroeper, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bron);
        ArgumentNullException.ThrowIfNull(aanroeper);
        var lezing = new Lezing(aanroeper, deelnemers, tijd.GetUtcNow());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var upload = archief.Begin(lezing.RefusalPlace);
        var hasRoom = false;

        while (true)
        {
            var gelezen = await bron.ReadAsync(cancellation).ConfigureAwait(false);
            try
            {
                foreach (var segment in gelezen.Buffer)
                {
                    if (lezing.Neem(segment.Span) is { } afgebroken) return afgebroken;
                    hash.AppendData(segment.Span);
                    // What can't be kept anyway need not go to the storage.
                    if (lezing.IsGeenBericht && lezing.Lengte > IArchief.MaxHeld && !hasRoom)
                    {
                        if (!await refusals.HasRoomAsync(lezing, cancellation).ConfigureAwait(false)) return refusals.TooMany([], 0);
                        hasRoom = true;
                    }

                    await upload.SchrijfAsync(segment, cancellation).ConfigureAwait(false);
                }
            }
            finally
            {
                // Also when it stops here, or the server could not read past the rest of the body.
                bron.AdvanceTo(gelezen.Buffer.End);
            }

            if (gelezen.IsCompleted) break;
        }

        var received = tijd.GetUtcNow();
        var resultaat = lezing.Rond();
        var sha256 = hash.GetHashAndReset();
        return resultaat.Oordeel == Oordeel.GeenBericht || resultaat.Kop is null
            ? await refusals.RefuseAsync(lezing, resultaat, sha256, upload).ConfigureAwait(false)
            : await acceptance.AcceptAsync(new CheckedBericht(resultaat, resultaat.Kop, sha256, lezing.Lengte, tijd.GetUtcNow()), received, upload).ConfigureAwait(false);
    }

    /// <summary>Finishes what a process died in; see <see cref="Acceptance.FinishAsync"/>.</summary>
    public Task<bool> FinishAsync(Onderhanden werk, CancellationToken cancellation) => acceptance.FinishAsync(werk, cancellation);
}
