using System.Security.Cryptography;
using System.Text;
using Hub.Archief;
using Hub.Berichten;
using Ijw.Retour;

namespace Hub.Verwerking;

/// <summary>
/// The answer that the hub makes on a heenbericht in the name of its receiver: one per heenbericht, at a place and with an id that follow
/// from the heenbericht alone. What is there first is the answer.
/// </summary>
public sealed class EigenAntwoord(IArchief archief, IBerichten berichten, Berichtlezer lezer, Clientsleutels sleutels, TimeProvider tijd)
{
    /// <summary>The answer that was recorded before; null when there is none.</summary>
    public async Task<GemaaktAntwoord?> ZoekAsync(BerichtStatus heen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(heen);
        if (await berichten.ZoekAsync(BerichtId.VanAntwoordOp(heen.BerichtId), cancellation).ConfigureAwait(false) is not { } antwoord) return null;
        return new GemaaktAntwoord(antwoord, await lezer.ReadInHandAsync(antwoord, cancellation).ConfigureAwait(false));
    }

    /// <summary>Makes the answer; it stands nowhere yet.</summary>
    /// <param name="heen">The heenbericht, with the verdict of all levels.</param>
    /// <param name="read">What it says.</param>
    /// <param name="fouten">What levels 3 and 4 gave.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OpslagException">The archive failed.</exception>
    public async Task<GemaaktAntwoord> MaakAsync(BerichtStatus heen, ReadBericht read, IReadOnlyList<Bevinding> fouten, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(heen);
        ArgumentNullException.ThrowIfNull(fouten);
        var identificatie = Identificatie(heen.BerichtId);
        var isAanvaard = !heen.Kop.Soort.IsDeclaratie && fouten.All(fout => fout.Advies);
        if (!heen.IsTechnischAfgekeurd && !isAanvaard)
            return Made(heen, await lezer.AnswerAsync(heen, read, fouten, identificatie, cancellation).ConfigureAwait(false), sleutels, tijd);
        var kop = await lezer.ReadKopAsync(heen, read, cancellation).ConfigureAwait(false);
        return Made(heen, heen.IsTechnischAfgekeurd
            ? Retourbouwer.TechnischAfgekeurd(kop, identificatie, heen.Ontvangstdatum)
            : Retourbouwer.Aanvaard(kop, identificatie, heen.Ontvangstdatum), sleutels, tijd);
    }

    /// <summary>
    /// Archives and records an answer that was made. When another stands in its place already, that one is the answer, and is given: it may
    /// not be recorded yet.
    /// </summary>
    /// <param name="heen">The heenbericht.</param>
    /// <param name="antwoord">The answer.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The answer itself, recorded; or another.</returns>
    /// <exception cref="OpslagException">The archive or a table failed.</exception>
    public async Task<GemaaktAntwoord> RecordAsync(BerichtStatus heen, GemaaktAntwoord antwoord, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(antwoord);
        var status = antwoord.Bericht;
        var kenmerken = new ArchiefKenmerken(status.BerichtId, status.Sha256, status.Oordeel.Naam(), status.Kop.Gemeente);
        var bytes = antwoord.Read.Bytes!.Value;
        if (!await archief.BewaarAsync(status.Archief, bytes, kenmerken, cancellation).ConfigureAwait(false))
        {
            // An earlier attempt died before it was recorded, or recorded it since.
            var stands = await ArchivedAsync(status.Archief, cancellation).ConfigureAwait(false);
            if (!bytes.Span.SequenceEqual(stands)) return Made(heen, stands, sleutels, tijd);
        }

        status = status with { Spoor = status.Spoor with { Gearchiveerd = tijd.GetUtcNow() } };
        return await berichten.VoegToeAsync(status, cancellation).ConfigureAwait(false) is { } versie
            ? antwoord with { Bericht = status with { Versie = versie } }
            : await ZoekAsync(heen, cancellation).ConfigureAwait(false) ?? throw new OpslagException(OpslagFout.Retry, "An answer is there and is not there.");
    }

    /// <summary>12 characters with 60 bits of the heenbericht's id: unique for the one in whose name it goes.</summary>
    internal static string Identificatie(string berichtId) =>
        Base32.Write(SHA256.HashData(Encoding.UTF8.GetBytes("retour:" + berichtId)).AsSpan(..12));

    /// <summary>The answer with these bytes on a heenbericht, before delivery.</summary>
    internal static GemaaktAntwoord Made(BerichtStatus heen, byte[] inhoud, Clientsleutels sleutels, TimeProvider tijd)
    {
        var made = tijd.GetUtcNow();
        var (resultaat, kop, read) = Berichtlezer.ReadOwn(inhoud, sleutels);
        var id = BerichtId.VanAntwoordOp(heen.BerichtId);
        var status = new BerichtStatus
        {
            BerichtId = id,
            Kop = kop,
            Oordeel = resultaat.Oordeel,
            Bevindingen = resultaat.Bevindingen,
            AantalBevindingen = resultaat.AantalBevindingen,
            Archief = Archiefplaats.VanBericht(id),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(inhoud)),
            Lengte = inhoud.Length,
            Ontvangstdatum = heen.Ontvangstdatum,
            Spoor = new Spoor { Ontvangen = made, Gecontroleerd = tijd.GetUtcNow() },
            Heenbericht = heen.BerichtId,
        };
        return new GemaaktAntwoord(status, read);
    }

    private async Task<byte[]> ArchivedAsync(ArchiefVerwijzing plaats, CancellationToken cancellation)
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
