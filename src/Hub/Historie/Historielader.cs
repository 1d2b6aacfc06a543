using System.Security.Cryptography;
using Hub.Archief;
using Hub.Berichten;
using Hub.Register;
using Hub.Search;
using Ijw;

namespace Hub.Historie;

/// <summary>
/// Loads berichten from before the hub (limits.md section 3): each is checked, archived, recorded and taken up in the register. They are
/// delivered to nobody, answered by nobody, and no term runs on them. Doing it again, or going on after a crash, gives the same.
/// </summary>
public sealed class Historielader(
    IArchief archief, IBerichten berichten, Berichtlezer lezer, Registratie registratie, ISearchIndex search, Clientsleutels sleutels, TimeProvider tijd)
{
    private static readonly ControleOpties Controle = ControleOpties.Standaard;

    /// <summary>Loads one file. What is wrong with it is a value; the next can be loaded.</summary>
    /// <exception cref="OpslagException">The archive or a table failed: load it again.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public async Task<Historieresultaat> LaadAsync(Historiebestand bestand, Historieopties opties, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bestand);
        ArgumentNullException.ThrowIfNull(opties);
        if (await LeesAsync(bestand, cancellation).ConfigureAwait(false) is not { } inhoud)
            return Weiger(null, $"Het bestand is groter dan {Controle.MaxBytes / (1024 * 1024)} MB.");
        var resultaat = BerichtControle.Controleer(inhoud, Controle);
        if (resultaat.Oordeel == Oordeel.GeenBericht || resultaat.Kop is not { } kop) return Weiger(null, "Dit is geen bericht dat aan niveau 1 voldoet." + Eerste(resultaat));
        if (kop.Gemeente != opties.Gemeente) return Weiger(kop, "Dit bericht is van een andere gemeente.");
        if (!opties.Aanbieders.Contains(kop.Aanbieder)) return Weiger(kop, "Dit bericht is van een andere aanbieder.");
        if (resultaat.Oordeel == Oordeel.Afgekeurd) return Weiger(kop, "Dit bericht voldoet niet aan niveau 2; het is dus nooit aanvaard." + Eerste(resultaat));
        var isNieuw = await NeemOpAsync(resultaat, kop, inhoud, opties, cancellation).ConfigureAwait(false);
        return new Historieresultaat(bestand.Naam, isNieuw ? Historieuitkomst.Opgenomen : Historieuitkomst.WasEr, kop.Aanbieder);

        Historieresultaat Weiger(Berichtkop? van, string reden) => new(bestand.Naam, Historieuitkomst.Geweigerd, van?.Aanbieder, reden);
    }

    // The texts of findings never hold the value of a personal field.
    private static string Eerste(ControleResultaat resultaat) => resultaat.Bevindingen.FirstOrDefault(bevinding => !bevinding.Advies) is { } eerste ? $" {eerste.Regel} op regel {eerste.Regelnummer}: {eerste.Tekst}" : "";

    private async Task<bool> NeemOpAsync(ControleResultaat resultaat, Berichtkop kop, byte[] inhoud, Historieopties opties, CancellationToken cancellation)
    {
        var sha256 = SHA256.HashData(inhoud);
        var id = BerichtId.Van(kop, sha256);
        var bericht = await berichten.ZoekAsync(id, cancellation).ConfigureAwait(false);
        // What came through the front door is the hub's own business, finished or not.
        if (bericht is { IsHistorie: false } or { IsVerwerkt: true }) return false;
        if (bericht is null)
        {
            bericht = Status(resultaat, kop, id, sha256, inhoud.Length, opties);
            await archief.BewaarAsync(bericht.Archief, inhoud, new ArchiefKenmerken(id, bericht.Sha256, bericht.Oordeel.Naam(), kop.Gemeente), cancellation).ConfigureAwait(false);
            bericht = await berichten.VoegToeAsync(bericht, cancellation).ConfigureAwait(false) is { } versie
                ? bericht with { Versie = versie }
                : await berichten.ZoekAsync(id, cancellation).ConfigureAwait(false)
                    ?? throw new OpslagException(OpslagFout.Retry, "A bericht is there and is not there.");
        }

        var content = await lezer.LeesAsync(bericht, cancellation).ConfigureAwait(false);
        await registratie.NeemOpAsync(new KnownBerichten(berichten, lezer), bericht, content, cancellation).ConfigureAwait(false);
        await search.AddAsync([new SearchEntry(bericht, content)], cancellation).ConfigureAwait(false);
        // Only now, so that a run that dies before comes back to it.
        await berichten.WerkBijAsync([bericht with { Spoor = bericht.Spoor with { Verwerkt = tijd.GetUtcNow() } }], cancellation).ConfigureAwait(false);
        return true;
    }

    private BerichtStatus Status(ControleResultaat resultaat, Berichtkop kop, string id, byte[] sha256, int lengte, Historieopties opties)
    {
        var nu = tijd.GetUtcNow();
        // When it was received nobody wrote down; its own date is the nearest.
        var dag = kop.Dagtekening is { } dagtekening && dagtekening < Kalender.Dag(nu) ? dagtekening : Kalender.Dag(nu);
        return new BerichtStatus
        {
            BerichtId = id,
            Kop = kop.With(sleutels.Identification),
            Oordeel = resultaat.Oordeel,
            Bevindingen = resultaat.Bevindingen,
            AantalBevindingen = resultaat.AantalBevindingen,
            Archief = Archiefplaats.VanBericht(id),
            Sha256 = Convert.ToHexStringLower(sha256),
            Lengte = lengte,
            Ontvangstdatum = dag,
            Spoor = new Spoor { Ontvangen = new DateTimeOffset(dag, default, TimeSpan.Zero), Gecontroleerd = nu, Gearchiveerd = nu },
            IsHistorie = true,
            IsHistorieZonderRetour = opties.ZonderRetourAanvaard && kop.Soort.Antwoord is not null,
        };
    }

    /// <summary>The bytes of a file; null when there are more than a bericht may have.</summary>
    private static async Task<byte[]?> LeesAsync(Historiebestand bestand, CancellationToken cancellation)
    {
        var stroom = bestand.Open();
        await using (stroom.ConfigureAwait(false))
        {
            using var inhoud = new MemoryStream();
            var stuk = new byte[64 * 1024];
            while (await stroom.ReadAsync(stuk, cancellation).ConfigureAwait(false) is var aantal and > 0)
            {
                if (inhoud.Length + aantal > Controle.MaxBytes) return null;
                await inhoud.WriteAsync(stuk.AsMemory(0, aantal), cancellation).ConfigureAwait(false);
            }

            return inhoud.ToArray();
        }
    }
}
