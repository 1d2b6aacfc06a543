namespace Hub.Inspection;

/// <summary>That someone got at the content of a bericht through the hub.</summary>
/// <param name="BerichtId">The bericht.</param>
/// <param name="Who">The deelnemer's code, or the role of who looks after the hub.</param>
/// <param name="Application">The application by its id in Entra; empty when the token names none.</param>
/// <param name="What">What was asked: one of <see cref="InspectionKinds"/>.</param>
/// <param name="Moment">When, in UTC.</param>
public sealed record Inspection(string BerichtId, string Who, string Application, string What, DateTimeOffset Moment);

/// <summary>The ways to the content of a bericht.</summary>
public static class InspectionKinds
{
    /// <summary>The bytes were fetched.</summary>
    public const string Fetched = "opgehaald";

    /// <summary>It was delivered once more, to its receiver.</summary>
    public const string AgainDelivered = "opnieuw-afgeleverd";
}

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
