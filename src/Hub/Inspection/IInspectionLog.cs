namespace Hub.Inspection;

/// <summary>Remembers who got at which bericht. Lines are added, never changed, and go when the bericht is destroyed.</summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface IInspectionLog
{
    /// <summary>Adds a line; only when it is stored may the content be given.</summary>
    Task NoteAsync(Inspection inspection, CancellationToken cancellation);

    /// <summary>The lines about one bericht, oldest first.</summary>
    Task<IReadOnlyList<Inspection>> OfBerichtAsync(string berichtId, CancellationToken cancellation);

    /// <summary>Removes the lines about a bericht that is destroyed.</summary>
    Task RemoveAsync(string berichtId, CancellationToken cancellation);
}
