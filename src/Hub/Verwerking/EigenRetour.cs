using System.Security.Cryptography;
using System.Text;
using Hub.Archief;
using Hub.Berichten;
using Ijw;
using Ijw.Retour;

namespace Hub.Verwerking;

/// <summary>The retour that the hub makes on a rejected bericht; the same heenbericht always gives the same bytes.</summary>
/// <param name="Inhoud">The bytes.</param>
/// <param name="Status">Its state before delivery.</param>
internal sealed record EigenRetour(byte[] Inhoud, BerichtStatus Status)
{
    private const string Base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static EigenRetour Op(BerichtStatus heen, DateTimeOffset nu)
    {
        var identificatie = Identificatie(heen.BerichtId);
        var inhoud = Retourbouwer.TechnischAfgekeurd(heen.Kop, identificatie, heen.Ontvangstdatum);
        var resultaat = Controleer(inhoud);
        if (resultaat.Oordeel == Oordeel.GeenBericht || resultaat.Kop is not { } kop)
            throw new InvalidOperationException("The retour that was made is no bericht.");
        var sha256 = SHA256.HashData(inhoud);
        var id = BerichtId.Van(kop, sha256);
        return new EigenRetour(inhoud, new BerichtStatus
        {
            BerichtId = id,
            Kop = kop,
            Oordeel = resultaat.Oordeel,
            Bevindingen = resultaat.Bevindingen,
            AantalBevindingen = resultaat.AantalBevindingen,
            Archief = Archiefplaats.VanEigenBericht(kop, heen.Ontvangstdatum, id),
            Sha256 = Convert.ToHexStringLower(sha256),
            Lengte = inhoud.Length,
            Ontvangstdatum = heen.Ontvangstdatum,
            Spoor = new Spoor { Ontvangen = nu, Gecontroleerd = nu, Gearchiveerd = nu },
            Heenbericht = heen.BerichtId,
        });
    }

    /// <summary>12 characters with 60 bits of the heenbericht's id: unique for the one in whose name it goes.</summary>
    internal static string Identificatie(string berichtId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("retour:" + berichtId));
        return string.Create(12, hash, static (tekens, bytes) =>
        {
            for (var i = 0; i < tekens.Length; i++) tekens[i] = Base32[bytes[i] & 31];
        });
    }

    // Our own bytes pass the same check as anyone's before they go out.
    private static ControleResultaat Controleer(byte[] inhoud)
    {
        var controle = new BerichtControle();
        controle.Feed(inhoud);
        return controle.Complete();
    }
}
