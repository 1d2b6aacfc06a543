using Hub.Berichten;
using Hub.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hub.Verwerking.Steps;

/// <summary>Writes the trail of the bericht and of the answer: from here on it is finished.</summary>
public sealed partial class Step7Close(IBerichten berichten, HubMeter meter, TimeProvider tijd, ILogger<Step7Close> logger) : IStep
{
    /// <inheritdoc/>
    public async Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var finished = Finished(bericht.Bericht);
        BerichtStatus[] rows = bericht.Antwoord is { Bericht: { IsVerwerkt: false } antwoord } ? [Finished(antwoord), finished] : [finished];
        await berichten.WerkBijAsync(rows, cancellation).ConfigureAwait(false);
        bericht.Bericht = finished;
        meter.Verwerkt(finished, bericht.Besluit);
        LogVerwerkt(finished.BerichtId, finished.Kop.Soort.Naam, bericht.Besluit, finished.Oordeel.Naam());
    }

    private BerichtStatus Finished(BerichtStatus bericht) => bericht with { Spoor = bericht.Spoor with { Verwerkt = tijd.GetUtcNow() } };

    [LoggerMessage(2001, LogLevel.Information, "Bericht {BerichtId} verwerkt: {Soort}, {Besluit}, {Oordeel}.")]
    private partial void LogVerwerkt(string berichtId, string soort, Besluit besluit, string oordeel);
}
