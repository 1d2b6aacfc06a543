using Hub.Archief;

namespace Hub.Vernietiging;

/// <summary>Goes through blobs and destroys those whose time has come.</summary>
internal sealed class BlobSweep(IArchief archief, DateOnly before)
{
    private readonly List<ArchiefVerwijzing> _destroyed = [];
    private readonly List<ArchiefVerwijzing> _held = [];
    private readonly List<ArchiefVerwijzing> _younger = [];

    /// <summary>What came of those so far.</summary>
    public BlobOutcome Outcome => new(_destroyed, _held, _younger);

    /// <summary>Whether a blob was stored before the day: by the day in its name, or else by when the storage got it.</summary>
    public bool IsOld(StoredBlob blob) => Day(blob) < before;

    /// <summary>Destroys a blob whose time has come; true when it is gone.</summary>
    /// <exception cref="OpslagException">The archive failed.</exception>
    public async Task<bool> TakeAsync(StoredBlob blob, CancellationToken cancellation)
    {
        if (!IsOld(blob))
        {
            _younger.Add(blob.Plaats);
            return false;
        }

        try
        {
            await archief.VerwijderAsync(blob.Plaats, cancellation).ConfigureAwait(false);
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
        {
            _held.Add(blob.Plaats);
            return false;
        }

        _destroyed.Add(blob.Plaats);
        return true;
    }

    private static DateOnly Day(StoredBlob blob)
    {
        if (Archiefplaats.DayOf(blob.Plaats) is { } day) return day;
        return blob.Created is { } created ? Kalender.Dag(created) : DateOnly.MaxValue;
    }
}
