using Hub.Archief;
using Hub.Register;
using Ijw;
using Ijw.Inhoud;

namespace Hub.Berichten;

/// <summary>Reads what a bericht says from the archive; clients, and identifications that may hold a BSN, are known by their key.</summary>
public sealed class Berichtlezer(IArchief archief, Clientsleutels sleutels)
{
    /// <summary>What <paramref name="bericht"/> says.</summary>
    /// <exception cref="OpslagException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<Berichtinhoud> LeesAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var stroom = await archief.LeesAsync(bericht.Archief, cancellation).ConfigureAwait(false);
        await using (stroom.ConfigureAwait(false))
        {
            var inhoud = await Inhoudlezer.LeesAsync(
                stroom, sleutels.Van, identification: sleutels.Identification, cancellation: cancellation).ConfigureAwait(false);
            return inhoud ?? throw new InvalidDataException("What the archive has of a bericht is no bericht.");
        }
    }

    /// <summary>The Header as its sender wrote it: an answer repeats it. Only when something in it was kept as a key is the content read.</summary>
    /// <exception cref="OpslagException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<Berichtkop> ReadKopAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (!Clientsleutels.IsKeyed(bericht.Kop)) return bericht.Kop;
        var stroom = await archief.LeesAsync(bericht.Archief, cancellation).ConfigureAwait(false);
        await using (stroom.ConfigureAwait(false))
        {
            var controle = new BerichtControle();
            var stuk = new byte[ReadBytes];
            while (controle.Kop is null && await stroom.ReadAsync(stuk, cancellation).ConfigureAwait(false) is var aantal and > 0)
                controle.Feed(stuk.AsSpan(0, aantal));
            return controle.Kop ?? throw new InvalidDataException("What the archive has of a bericht is no bericht.");
        }
    }

    private const int ReadBytes = 32 * 1024;
}
