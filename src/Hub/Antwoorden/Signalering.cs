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
    Registratie registratie, IBerichten berichten, BerichtAflevering aflevering, Deelnemerslijst deelnemers, ILogger<Signalering> logger)
{
    /// <summary>Looks at a bericht that was taken up and delivered; nothing happens when it is no answer. Doing it again changes nothing.</summary>
    /// <exception cref="OpslagException">A table failed.</exception>
    /// <exception cref="Queues.QueueException">A postbus failed.</exception>
    public async Task SeinAsync(BerichtStatus bericht, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (inhoud is not (Retourbericht or DeclaratieAntwoordbericht)) return;
        var plaats = await registratie.PlaatsAsync(bericht, inhoud, cancellation).ConfigureAwait(false);
        var heen = plaats.Heenbericht is { } id ? await berichten.ZoekAsync(id, cancellation).ConfigureAwait(false) : null;
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
