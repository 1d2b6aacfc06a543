using System.Security.Cryptography;
using System.Text;
using Hub.Archief;
using Hub.Berichten;
using Hub.Register;
using Ijw;
using Ijw.Dossiers.Facts;
using Ijw.Inhoud;
using Ijw.Retour;

namespace Hub.Verwerking;

/// <summary>An answer of the hub.</summary>
/// <param name="Bericht">The answer, as it is recorded.</param>
/// <param name="Inhoud">What it says.</param>
/// <param name="IsEerder">True when an earlier attempt made it.</param>
public sealed record GemaaktAntwoord(BerichtStatus Bericht, Berichtinhoud Inhoud, bool IsEerder)
{
    /// <summary>What it says of the heenbericht.</summary>
    public Uitslag Uitslag => Uitslag.Van(Inhoud);
}

/// <summary>
/// The answer that the hub makes on a heenbericht in the name of its receiver: one per heenbericht, at a place and with an id that follow from the
/// heenbericht alone. What is there first is the answer.
/// </summary>
public sealed class EigenAntwoord(IArchief archief, IBerichten berichten, Berichtlezer lezer, Clientsleutels sleutels, TimeProvider tijd)
{
    /// <summary>The answer that was made before; null when there is none.</summary>
    public async Task<GemaaktAntwoord?> ZoekAsync(BerichtStatus heen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(heen);
        if (heen.Kop.Soort.Antwoord is null) return null;
        if (await berichten.ZoekAsync(BerichtId.VanAntwoordOp(heen.BerichtId), cancellation).ConfigureAwait(false) is not { } antwoord) return null;
        return new GemaaktAntwoord(antwoord, await lezer.LeesAsync(antwoord, cancellation).ConfigureAwait(false), IsEerder: true);
    }

    /// <summary>Makes the answer, archives and records it; when another turns out to be in its place, that is recorded, and given.</summary>
    /// <exception cref="OpslagException">The archive or a table failed.</exception>
    public async Task<GemaaktAntwoord> MaakAsync(Beoordeling beoordeling, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(beoordeling);
        var heen = beoordeling.Bericht;
        var inhoud = await SchrijfAsync(beoordeling, cancellation).ConfigureAwait(false);
        var status = Status(heen, inhoud, sleutels, tijd.GetUtcNow());
        var kenmerken = new ArchiefKenmerken(status.BerichtId, status.Sha256, status.Oordeel.Naam(), status.Kop.Gemeente);
        var isEerder = false;
        if (!await archief.BewaarAsync(status.Archief, inhoud, kenmerken, cancellation).ConfigureAwait(false))
        {
            var gevonden = await LeesAsync(status.Archief, cancellation).ConfigureAwait(false);
            isEerder = !gevonden.AsSpan().SequenceEqual(inhoud);
            if (isEerder) (inhoud, status) = (gevonden, Status(heen, gevonden, sleutels, tijd.GetUtcNow()));
        }

        await berichten.VoegToeAsync(status, cancellation).ConfigureAwait(false);
        var antwoord = await berichten.ZoekAsync(status.BerichtId, cancellation).ConfigureAwait(false)
            ?? throw new OpslagException(OpslagFout.NotFound, "An answer that was just recorded is not there.");
        return new GemaaktAntwoord(antwoord, sleutels.Lees(inhoud)!, isEerder);
    }

    /// <summary>12 characters with 60 bits of the heenbericht's id: unique for the one in whose name it goes.</summary>
    internal static string Identificatie(string berichtId) =>
        Base32.Write(SHA256.HashData(Encoding.UTF8.GetBytes("retour:" + berichtId)).AsSpan(..12));

    /// <summary>The state of the answer with these bytes on a heenbericht, before delivery.</summary>
    internal static BerichtStatus Status(BerichtStatus heen, byte[] inhoud, Clientsleutels sleutels, DateTimeOffset nu)
    {
        // Our own bytes pass the same check as anyone's before they go out.
        var resultaat = BerichtControle.Controleer(inhoud);
        if (resultaat.Oordeel == Oordeel.GeenBericht || resultaat.Kop is not { } kop)
            throw new InvalidOperationException("The answer that was made is no bericht.");
        var id = BerichtId.VanAntwoordOp(heen.BerichtId);
        return new BerichtStatus
        {
            BerichtId = id,
            Kop = kop.With(sleutels.Identification),
            Oordeel = resultaat.Oordeel,
            Bevindingen = resultaat.Bevindingen,
            AantalBevindingen = resultaat.AantalBevindingen,
            Archief = Archiefplaats.VanBericht(id),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(inhoud)),
            Lengte = inhoud.Length,
            Ontvangstdatum = heen.Ontvangstdatum,
            Spoor = new Spoor { Ontvangen = nu, Gecontroleerd = nu, Gearchiveerd = nu },
            Heenbericht = heen.BerichtId,
        };
    }

    private async Task<byte[]> SchrijfAsync(Beoordeling beoordeling, CancellationToken cancellation)
    {
        var heen = beoordeling.Bericht;
        var identificatie = Identificatie(heen.BerichtId);
        var isAanvaard = heen.Kop.Soort.Naam != "JW323" && beoordeling.Fouten.All(fout => fout.Advies);
        if (heen.IsTechnischAfgekeurd || isAanvaard)
        {
            var kop = await lezer.ReadKopAsync(heen, cancellation).ConfigureAwait(false);
            return heen.IsTechnischAfgekeurd
                ? Retourbouwer.TechnischAfgekeurd(kop, identificatie, heen.Ontvangstdatum)
                : Retourbouwer.Aanvaard(kop, identificatie, heen.Ontvangstdatum);
        }

        var stroom = await archief.LeesAsync(heen.Archief, cancellation).ConfigureAwait(false);
        await using (stroom.ConfigureAwait(false))
        {
            return await Retourbouwer.MaakAsync(stroom, beoordeling.Fouten, identificatie, heen.Ontvangstdatum, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<byte[]> LeesAsync(ArchiefVerwijzing plaats, CancellationToken cancellation)
    {
        using var inhoud = new MemoryStream();
        var stroom = await archief.LeesAsync(plaats, cancellation).ConfigureAwait(false);
        await using (stroom.ConfigureAwait(false))
        {
            await stroom.CopyToAsync(inhoud, cancellation).ConfigureAwait(false);
        }

        return inhoud.ToArray();
    }
}
