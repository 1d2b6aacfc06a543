using Hub.Aflevering;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Postbus;
using Hub.Register;
using Ijw.Inhoud;
using Microsoft.Extensions.Logging;

namespace Hub.Antwoorden;

/// <summary>Tells both parties, once, of an answer that can't be right; a hub can't overrule it (retour.md section 4).</summary>
public sealed partial class Signalering(
    BerichtAflevering aflevering, Deelnemerslijst deelnemers, ILogger<Signalering> logger)
{
    /// <summary>Looks at an answer that was taken up and delivered. Doing it again changes nothing.</summary>
    /// <param name="known">What was read.</param>
    /// <param name="bericht">The answer.</param>
    /// <param name="inhoud">What it says.</param>
    /// <param name="plaats">Which bericht it answers.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    /// <exception cref="OpslagException">A table failed.</exception>
    /// <exception cref="Queues.QueueException">A postbus failed.</exception>
    public async Task SeinAsync(KnownBerichten known, BerichtStatus bericht, Berichtinhoud inhoud, Antwoordplaats plaats, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        ArgumentNullException.ThrowIfNull(plaats);
        var heen = plaats.Heenbericht is { } id ? await known.FindRowAsync(id, cancellation).ConfigureAwait(false) : null;
        foreach (var soort in Antwoordtoets.Toets(inhoud, heen, plaats.IsHerhaald))
        {
            var signaal = new Signaal(soort.Naam(), bericht.BerichtId, plaats.Heenbericht, soort.Tekst());
            var stuk = Poststuk.SignaalOver(bericht, signaal);
            foreach (var code in (string[])[bericht.Kop.Afzender, bericht.Kop.Ontvanger])
                if (deelnemers.MetCode(code) is { } deelnemer) await aflevering.MeldAsync(bericht, stuk, deelnemer, cancellation).ConfigureAwait(false);
            LogSignaal(bericht.BerichtId, soort.Naam());
        }
    }

    [LoggerMessage(2003, LogLevel.Information, "Signaal over antwoord {BerichtId}: {Soort}.")]
    private partial void LogSignaal(string berichtId, string soort);
}
