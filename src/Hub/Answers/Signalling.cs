using Hub.Aflevering;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Postbus;
using Hub.Register;
using Ijw.Content;
using Microsoft.Extensions.Logging;

namespace Hub.Answers;

/// <summary>Tells both parties, once, of an answer that can't be right; a hub can't overrule it (retour.md section 4).</summary>
public sealed partial class Signalling(BerichtAflevering aflevering, DeelnemerList deelnemers, ILogger<Signalling> logger)
{
    /// <summary>Looks at an answer that was taken up and delivered. Doing it again changes nothing.</summary>
    /// <param name="known">What was read.</param>
    /// <param name="bericht">The answer.</param>
    /// <param name="content">What it says.</param>
    /// <param name="place">Which bericht it answers.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    /// <exception cref="StorageException">A table failed.</exception>
    /// <exception cref="Queues.QueueException">A postbus failed.</exception>
    public async Task SignAsync(
        KnownBerichten known,
        BerichtStatus bericht,
        BerichtContent content,
        AnswerPlace place,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        ArgumentNullException.ThrowIfNull(place);
        var heen = place.Heenbericht is { } id ? await known.FindRowAsync(id, cancellation).ConfigureAwait(false) : null;
        foreach (var kind in AnswerCheck.Check(content, heen, place.IsRepeated))
        {
            var signal = new Signal(kind.Name(), bericht.BerichtId, place.Heenbericht, kind.Text());
            var piece = Poststuk.SignalOver(bericht, signal);
            foreach (var code in (string[])[bericht.Header.Afzender, bericht.Header.Ontvanger])
            {
                if (deelnemers.WithCode(code) is { } deelnemer)
                {
                    await aflevering.ReportAsync(bericht, piece, deelnemer, cancellation).ConfigureAwait(false);
                }
            }
            LogSignal(bericht.BerichtId, kind.Name());
        }
    }

    [LoggerMessage(2003, LogLevel.Information, "Signaal over antwoord {BerichtId}: {Soort}.")]
    private partial void LogSignal(string berichtId, string soort);
}
