using System.Security.Cryptography;
using System.Text;
using Hub.Archief;
using Hub.Berichten;
using Ijw.Retour;

namespace Hub.Verwerking.Steps;

/// <summary>
/// The answer that the hub makes on a heenbericht in the name of its receiver: one per heenbericht, at a place and with an id that follow
/// from the heenbericht alone. What is there first is the answer.
/// </summary>
public sealed class OwnAnswer(IArchief archief, IBerichten berichten, StoredBerichtReader reader, ClientKeys keys, TimeProvider time)
{
    /// <summary>The answer that was recorded before; null when there is none.</summary>
    public async Task<MadeAnswer?> FindAsync(BerichtStatus heen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(heen);
        if (await berichten.FindAsync(BerichtId.OfAnswerTo(heen.BerichtId), cancellation).ConfigureAwait(false) is not { } answer)
        {
            return null;
        }
        return new MadeAnswer(answer, await reader.ReadInHandAsync(answer, withTree: false, cancellation).ConfigureAwait(false));
    }

    /// <summary>Makes the answer; it stands nowhere yet.</summary>
    /// <param name="heen">The heenbericht, with the verdict of all levels.</param>
    /// <param name="read">What it says.</param>
    /// <param name="faults">What levels 3 and 4 gave.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">The archive failed.</exception>
    public async Task<MadeAnswer> MakeAsync(
        BerichtStatus heen,
        ReadBericht read,
        IReadOnlyList<Bevinding> faults,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(heen);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(faults);
        var identificatie = Identificatie(heen.BerichtId);
        var isAccepted = !heen.Header.Kind.IsDeclaratie && faults.All(fault => fault.Advice);
        if (!heen.IsTechnicallyRejected && !isAccepted)
        {
            return Made(heen, await reader.AnswerAsync(heen, read, faults, identificatie, cancellation).ConfigureAwait(false), keys, time);
        }
        return Made(
            heen,
            heen.IsTechnicallyRejected
                ? RetourBuilder.TechnicallyRejected(read.Header, identificatie, heen.Ontvangstdatum)
                : RetourBuilder.Accepted(read.Header, identificatie, heen.Ontvangstdatum),
            keys,
            time
        );
    }

    /// <summary>
    /// Archives and records an answer that was made. When another stands in its place already, that one is the answer, and is given: it may
    /// not be recorded yet.
    /// </summary>
    /// <param name="heen">The heenbericht.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The answer itself, recorded; or another.</returns>
    /// <exception cref="StorageException">The archive or a table failed.</exception>
    public async Task<MadeAnswer> RecordAsync(BerichtStatus heen, MadeAnswer answer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var status = answer.Bericht;
        var properties = new ArchiefProperties(status.BerichtId, status.Sha256, status.Oordeel.Name(), status.Header.Gemeente);
        var bytes = answer.Read.Bytes!.Value;
        if (!await archief.StoreAsync(status.Archief, bytes, properties, cancellation).ConfigureAwait(false))
        {
            // An earlier attempt died before it was recorded, or recorded it since.
            var stands = await ArchivedAsync(status.Archief, cancellation).ConfigureAwait(false);
            if (!bytes.Span.SequenceEqual(stands))
            {
                return Made(heen, stands, keys, time);
            }
        }

        status = status with { Trail = status.Trail with { Archived = time.GetUtcNow() } };
        return await berichten.AddAsync(status, cancellation).ConfigureAwait(false) is { } version
            ? answer with
            {
                Bericht = status with { Version = version },
            }
            : await FindAsync(heen, cancellation).ConfigureAwait(false)
                ?? throw new StorageException(StorageFault.Retry, "An answer is there and is not there.");
    }

    /// <summary>12 characters with 60 bits of the heenbericht's id: unique for the one in whose name it goes.</summary>
    internal static string Identificatie(string berichtId) =>
        Base32.Write(SHA256.HashData(Encoding.UTF8.GetBytes("retour:" + berichtId)).AsSpan(..12));

    /// <summary>
    /// The answer with these bytes on a heenbericht, before delivery: our own bytes pass the same check as anyone's before they go out.
    /// </summary>
    /// <exception cref="InvalidOperationException">The bytes are no bericht.</exception>
    internal static MadeAnswer Made(BerichtStatus heen, byte[] content, ClientKeys keys, TimeProvider time)
    {
        var made = time.GetUtcNow();
        var reading = StoredBerichtReader.Check(content, keys);
        var read = ReadBericht.Of(reading, content) ?? throw new InvalidOperationException("The answer that was made is no bericht.");
        var check = reading.Check!;
        var id = BerichtId.OfAnswerTo(heen.BerichtId);
        var status = new BerichtStatus
        {
            BerichtId = id,
            Header = read.Header.With(keys.Identification),
            Oordeel = check.Oordeel,
            Bevindingen = check.Bevindingen,
            BevindingCount = check.BevindingCount,
            Archief = ArchiefPlace.OfBericht(id),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            Length = content.Length,
            Ontvangstdatum = heen.Ontvangstdatum,
            Trail = new Trail { Received = made, Checked = time.GetUtcNow() },
            Heenbericht = heen.BerichtId,
        };
        return new MadeAnswer(status, read);
    }

    private async Task<byte[]> ArchivedAsync(ArchiefReference place, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var stream = await archief.ReadAsync(place, cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            await stream.CopyToAsync(content, cancellation).ConfigureAwait(false);
        }

        return content.ToArray();
    }
}
