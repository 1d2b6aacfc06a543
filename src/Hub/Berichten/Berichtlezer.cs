using Hub.Archief;
using Hub.Register;
using Ijw.Inhoud;

namespace Hub.Berichten;

/// <summary>Reads what a bericht says from the archive; clients are known by their key.</summary>
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
            return await Inhoudlezer.LeesAsync(stroom, sleutels.Van, cancellation: cancellation).ConfigureAwait(false)
                ?? throw new InvalidDataException("What the archive has of a bericht is no bericht.");
        }
    }
}
