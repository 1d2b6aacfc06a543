using Hub.Berichten;
using Hub.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hub.Verwerking.Steps;

/// <summary>Writes the trail of the bericht and of the answer: from here on it is finished.</summary>
public sealed partial class Step7Close(IBerichten berichten, HubMeter meter, TimeProvider time, ILogger<Step7Close> logger) : IStep
{
    /// <inheritdoc/>
    public async Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var finished = Finished(bericht.Bericht);
        BerichtStatus[] rows = bericht.Answer is { Bericht: { IsProcessed: false } answer } ? [Finished(answer), finished] : [finished];
        await berichten.UpdateAsync(rows, cancellation).ConfigureAwait(false);
        bericht.Bericht = finished;
        meter.Processed(finished, bericht.Decision);
        LogProcessed(finished.BerichtId, finished.Header.Kind.Name, bericht.Decision.Name(), finished.Oordeel.Name());
    }

    private BerichtStatus Finished(BerichtStatus bericht) => bericht with { Trail = bericht.Trail with { Processed = time.GetUtcNow() } };

    [LoggerMessage(2001, LogLevel.Information, "Bericht {BerichtId} verwerkt: {Soort}, {Besluit}, {Oordeel}.")]
    private partial void LogProcessed(string berichtId, string soort, string besluit, string oordeel);
}
