using Hub.Aflevering;
using Hub.Archief;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Termijnen;
using Ijw;
using Microsoft.Extensions.Logging;

namespace Hub.Verwerking;

/// <summary>Processes one bericht from the queue: decides, delivers or answers, and writes the trail. Doing it again changes nothing.</summary>
public sealed partial class BerichtVerwerking(
    IArchief archief,
    IBerichten berichten,
    IOnderhanden onderhanden,
    BerichtAflevering aflevering,
    Termijnbewaking termijnen,
    Deelnemerslijst deelnemers,
    TimeProvider tijd,
    ILogger<BerichtVerwerking> logger)
{
    /// <summary>Processes the bericht; when it throws, the same work is to be tried again.</summary>
    /// <exception cref="OpslagException">The archive or a table failed, or someone else changed the row.</exception>
    /// <exception cref="Queues.QueueException">A postbus failed.</exception>
    public async Task VerwerkAsync(Werkopdracht opdracht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opdracht);
        var bericht = await berichten.ZoekAsync(opdracht.BerichtId, cancellation).ConfigureAwait(false);
        if (bericht is null)
        {
            LogOnbekend(opdracht.BerichtId);
            return;
        }

        if (!bericht.IsVerwerkt) await VerwerkAsync(bericht, cancellation).ConfigureAwait(false);
        await onderhanden.VerwijderAsync(bericht.BerichtId, cancellation).ConfigureAwait(false);
    }

    private async Task VerwerkAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        var besluit = Routering.Beslis(bericht.Oordeel, bericht.Kop, Zoek(bericht.Kop.Geadresseerde));
        var verwerkt = besluit == Besluit.RetourSturen
            ? await AntwoordAsync(bericht, cancellation).ConfigureAwait(false)
            : await LeverAfAsync(bericht, cancellation).ConfigureAwait(false);
        await berichten.WerkBijAsync(verwerkt, cancellation).ConfigureAwait(false);
        LogVerwerkt(bericht.BerichtId, bericht.Kop.Soort.Naam, besluit, bericht.Oordeel.Naam());
    }

    private async Task<BerichtStatus> LeverAfAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        await aflevering.LeverAfAsync(bericht, Zoek(bericht.Kop.Geadresseerde), cancellation).ConfigureAwait(false);
        // On what the hub answered itself no clock runs: it was never delivered.
        if (bericht.Heenbericht is null) await termijnen.NoteerAsync(bericht, cancellation).ConfigureAwait(false);
        var nu = tijd.GetUtcNow();
        return bericht with { Spoor = bericht.Spoor with { Verwerkt = nu, Afgeleverd = nu } };
    }

    private async Task<BerichtStatus> AntwoordAsync(BerichtStatus heen, CancellationToken cancellation)
    {
        var retour = EigenRetour.Op(heen, tijd.GetUtcNow());
        var kenmerken = new ArchiefKenmerken(retour.Status.BerichtId, retour.Status.Sha256, retour.Status.Oordeel.Naam());
        await archief.BewaarAsync(retour.Status.Archief, retour.Inhoud, kenmerken, cancellation).ConfigureAwait(false);
        await berichten.VoegToeAsync(retour.Status, cancellation).ConfigureAwait(false);
        var status = await berichten.ZoekAsync(retour.Status.BerichtId, cancellation).ConfigureAwait(false)
            ?? throw new OpslagException(OpslagFout.NotFound, "A retour that was just recorded is not there.");
        if (!status.IsVerwerkt)
            await berichten.WerkBijAsync(await LeverAfAsync(status, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return heen with { Retour = status.BerichtId, Spoor = heen.Spoor with { Verwerkt = tijd.GetUtcNow() } };
    }

    private Deelnemer Zoek(string code) =>
        deelnemers.MetCode(code) ?? throw new InvalidOperationException("The receiver of a recorded bericht takes no part any more.");

    [LoggerMessage(2001, LogLevel.Information, "Bericht {BerichtId} verwerkt: {Soort}, {Besluit}, {Oordeel}.")]
    private partial void LogVerwerkt(string berichtId, string soort, Besluit besluit, string oordeel);

    [LoggerMessage(2002, LogLevel.Warning, "Werk voor bericht {BerichtId}, dat niet is vastgelegd; het is nooit aangenomen.")]
    private partial void LogOnbekend(string berichtId);
}
