using Hub.Archief;

namespace Hub.Destruction;

/// <summary>Goes through blobs and destroys those whose time has come.</summary>
internal sealed class BlobSweep(IArchief archief, DateOnly before)
{
    private readonly List<ArchiefReference> _destroyed = [];
    private readonly List<ArchiefReference> _held = [];
    private readonly List<ArchiefReference> _younger = [];

    /// <summary>What came of those so far.</summary>
    public BlobOutcome Outcome => new(_destroyed, _held, _younger);

    /// <summary>Whether a blob was stored before the day: by the day in its name, or else by when the storage got it.</summary>
    public bool IsOld(StoredBlob blob) => Day(blob) < before;

    /// <summary>Destroys a blob whose time has come; true when it is gone.</summary>
    /// <exception cref="StorageException">The archive failed.</exception>
    public async Task<bool> TakeAsync(StoredBlob blob, CancellationToken cancellation)
    {
        if (!IsOld(blob))
        {
            _younger.Add(blob.Place);
            return false;
        }

        try
        {
            await archief.RemoveAsync(blob.Place, cancellation).ConfigureAwait(false);
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.Conflict)
        {
            _held.Add(blob.Place);
            return false;
        }

        _destroyed.Add(blob.Place);
        return true;
    }

    private static DateOnly Day(StoredBlob blob)
    {
        if (ArchiefPlace.DayOf(blob.Place) is { } day)
        {
            return day;
        }
        return blob.Created is { } created ? Calendar.Day(created) : DateOnly.MaxValue;
    }
}
