using Hub.Aflevering;
using Hub.Antwoorden;
using Hub.Berichten;
using Hub.Bewaking;
using Hub.Deelnemers;
using Hub.Register;
using Hub.Search;
using Hub.Termijnen;
using Microsoft.Extensions.Logging;

namespace Hub.Verwerking;

/// <summary>
/// Processes one bericht from the queue: judges it by what the register knows, delivers or answers, and writes the trail. Doing it again changes
/// nothing: every step leaves something that the next attempt finds.
/// </summary>
public sealed partial class BerichtVerwerking(
    IBerichten berichten,
    IOnderhanden onderhanden,
    BerichtBeoordeling beoordelaar,
    EigenAntwoord antwoorden,
    Registratie registratie,
    BerichtAflevering aflevering,
    Termijnbewaking termijnen,
    Signalering signalering,
    ISearchIndex search,
    Deelnemerslijst deelnemers,
    HubMeter meter,
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
        var gemaakt = await antwoorden.ZoekAsync(bericht, cancellation).ConfigureAwait(false);
        var beoordeling = await beoordelaar.BeoordeelAsync(bericht, Zoek(bericht.Kop.Geadresseerde), gemaakt?.Uitslag, cancellation).ConfigureAwait(false);
        if (beoordeling.Besluit != Besluit.Afleveren && gemaakt is null)
        {
            gemaakt = await antwoorden.MaakAsync(beoordeling, cancellation).ConfigureAwait(false);
            // It had made another one, and died before it was recorded: that one stands.
            if (gemaakt.IsEerder)
                beoordeling = await beoordelaar.BeoordeelAsync(bericht, Zoek(bericht.Kop.Geadresseerde), gemaakt.Uitslag, cancellation).ConfigureAwait(false);
        }

        await search.AddAsync(bericht, beoordeling.Inhoud, cancellation).ConfigureAwait(false);
        var verwerkt = gemaakt is null
            ? await GeefDoorAsync(beoordeling, cancellation).ConfigureAwait(false)
            : await AntwoordAsync(beoordeling, gemaakt, cancellation).ConfigureAwait(false);
        await berichten.WerkBijAsync(verwerkt, cancellation).ConfigureAwait(false);
        meter.Verwerkt(verwerkt, beoordeling.Besluit);
        LogVerwerkt(bericht.BerichtId, bericht.Kop.Soort.Naam, beoordeling.Besluit, verwerkt.Oordeel.Naam());
    }

    /// <summary>Delivers what the hub does not answer: the receiver does, or it is an answer itself.</summary>
    private async Task<BerichtStatus> GeefDoorAsync(Beoordeling beoordeling, CancellationToken cancellation)
    {
        var bericht = beoordeling.Bericht;
        await LeverAfAsync(bericht, cancellation).ConfigureAwait(false);
        await termijnen.NoteerAsync(bericht, beoordeling.Inhoud, cancellation).ConfigureAwait(false);
        await signalering.SeinAsync(bericht, beoordeling.Inhoud, cancellation).ConfigureAwait(false);
        return Verwerkt(bericht, isAfgeleverd: true);
    }

    /// <summary>Delivers the answer to the sender, and what counts, whole or in part, to the receiver.</summary>
    private async Task<BerichtStatus> AntwoordAsync(Beoordeling beoordeling, GemaaktAntwoord gemaakt, CancellationToken cancellation)
    {
        var antwoord = gemaakt.Bericht;
        var heen = beoordeling.Bericht with { Retour = antwoord.BerichtId };
        await registratie.NeemAntwoordOpAsync(antwoord, gemaakt.Inhoud, heen.BerichtId, cancellation).ConfigureAwait(false);
        await search.AddAsync(antwoord, gemaakt.Inhoud, cancellation).ConfigureAwait(false);
        await LeverAfAsync(antwoord, cancellation).ConfigureAwait(false);
        var gaatDoor = beoordeling.Besluit == Besluit.AfleverenMetRetour;
        if (gaatDoor)
        {
            await LeverAfAsync(heen, cancellation).ConfigureAwait(false);
            await termijnen.NoteerBeantwoordAsync(heen, beoordeling.Inhoud, cancellation).ConfigureAwait(false);
        }

        if (!antwoord.IsVerwerkt) await berichten.WerkBijAsync(Verwerkt(antwoord, isAfgeleverd: true), cancellation).ConfigureAwait(false);
        return Verwerkt(heen, gaatDoor);
    }

    private Task LeverAfAsync(BerichtStatus bericht, CancellationToken cancellation) =>
        aflevering.LeverAfAsync(bericht, Zoek(bericht.Kop.Geadresseerde), cancellation);

    private BerichtStatus Verwerkt(BerichtStatus bericht, bool isAfgeleverd)
    {
        var nu = tijd.GetUtcNow();
        return bericht with { Spoor = bericht.Spoor with { Verwerkt = nu, Afgeleverd = isAfgeleverd ? nu : null } };
    }

    private Deelnemer Zoek(string code) =>
        deelnemers.MetCode(code) ?? throw new InvalidOperationException("The receiver of a recorded bericht takes no part any more.");

    [LoggerMessage(2001, LogLevel.Information, "Bericht {BerichtId} verwerkt: {Soort}, {Besluit}, {Oordeel}.")]
    private partial void LogVerwerkt(string berichtId, string soort, Besluit besluit, string oordeel);

    [LoggerMessage(2002, LogLevel.Warning, "Werk voor bericht {BerichtId}, dat niet is vastgelegd; het is nooit aangenomen.")]
    private partial void LogOnbekend(string berichtId);
}
