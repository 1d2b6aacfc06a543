using Hub.Archief;
using Hub.Berichten;
using Microsoft.Extensions.Logging;

namespace Hub.Ontvangst;

/// <summary>What happens with bytes that are no bericht: kept and told of, within the bounds of a day.</summary>
public sealed partial class Refusals(IRefusals refusals, RefusalBounds bounds, TimeProvider time, ILogger<Refusals> logger)
{
    /// <summary>Whether anything of a sender is still kept today.</summary>
    internal Task<bool> HasRoomAsync(Reading reading, CancellationToken cancellation) =>
        refusals.HasRoomAsync(reading.Caller.Code, Calendar.Day(time.GetUtcNow()), reading.Length, bounds, cancellation);

    /// <summary>That nothing of a sender is kept any more today.</summary>
    internal OntvangstOutcome.TooManyRefused TooMany(IReadOnlyList<Bevinding> bevindingen, int count)
    {
        var now = time.GetUtcNow();
        return new OntvangstOutcome.TooManyRefused(Calendar.Begin(Calendar.Day(now).AddDays(1)) - now, bevindingen, count);
    }

    /// <summary>Keeps bytes that are no bericht, with what was found, as long as there is room for more of the sender.</summary>
    /// <exception cref="StorageException">The archive or a table failed; the same can be sent again.</exception>
    internal async Task<OntvangstOutcome> RefuseAsync(Reading reading, CheckOutcome outcome, byte[] sha256, IArchiefUpload upload)
    {
        var (code, day) = (reading.Caller.Code, Calendar.Day(time.GetUtcNow()));
        if (!await refusals.TakeRoomAsync(code, day, reading.Length, bounds, CancellationToken.None).ConfigureAwait(false))
        {
            LogTooManyRefused(code, outcome.BevindingCount);
            return TooMany(outcome.Bevindingen, outcome.BevindingCount);
        }

        var hex = Convert.ToHexStringLower(sha256);
        var properties = new ArchiefProperties(reading.UploadId, hex, Oordeel.NoBericht.Name(), outcome.Header?.Gemeente);
        await upload.StoreAsync(reading.RefusalPlace, properties, CancellationToken.None).ConfigureAwait(false);
        await refusals
            .AddAsync(
                new Refusal
                {
                    Reference = reading.UploadId,
                    Deelnemer = reading.Caller.Code,
                    Gemeente = outcome.Header?.Gemeente,
                    Bevindingen = outcome.Bevindingen,
                    BevindingCount = outcome.BevindingCount,
                    Archief = reading.RefusalPlace,
                    Sha256 = hex,
                    Length = reading.Length,
                    Received = time.GetUtcNow(),
                },
                CancellationToken.None
            )
            .ConfigureAwait(false);
        LogRefused(reading.UploadId, reading.Caller.Code, outcome.BevindingCount);
        return new OntvangstOutcome.Refused(reading.UploadId, outcome.Bevindingen, outcome.BevindingCount);
    }

    [LoggerMessage(1003, LogLevel.Information, "Geen bericht: {Kenmerk} van {Deelnemer}, {Bevindingen} bevindingen.")]
    private partial void LogRefused(string kenmerk, string deelnemer, int bevindingen);

    [LoggerMessage(
        1005,
        LogLevel.Warning,
        "Geen bericht van {Deelnemer}, {Bevindingen} bevindingen; niet bewaard, want er is vandaag al te veel geweigerd."
    )]
    private partial void LogTooManyRefused(string deelnemer, int bevindingen);
}
