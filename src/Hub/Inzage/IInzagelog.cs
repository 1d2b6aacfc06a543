namespace Hub.Inzage;

/// <summary>That someone got at the content of a bericht through the hub.</summary>
/// <param name="BerichtId">The bericht.</param>
/// <param name="Wie">The deelnemer's code, or the role of who looks after the hub.</param>
/// <param name="Applicatie">The application by its id in Entra; empty when the token names none.</param>
/// <param name="Wat">What was asked: one of <see cref="Inzagesoorten"/>.</param>
/// <param name="Moment">When, in UTC.</param>
public sealed record Inzage(string BerichtId, string Wie, string Applicatie, string Wat, DateTimeOffset Moment);

/// <summary>The ways to the content of a bericht.</summary>
public static class Inzagesoorten
{
    /// <summary>The bytes were fetched.</summary>
    public const string Opgehaald = "opgehaald";

    /// <summary>It was delivered once more, to its receiver.</summary>
    public const string OpnieuwAfgeleverd = "opnieuw-afgeleverd";
}

/// <summary>Remembers who got at which bericht. Lines are added, never changed, and go when the bericht is destroyed.</summary>
/// <remarks>Every operation throws <see cref="OpslagException"/>.</remarks>
public interface IInzagelog
{
    /// <summary>Adds a line; only when it is stored may the content be given.</summary>
    Task NoteerAsync(Inzage inzage, CancellationToken cancellation);

    /// <summary>The lines about one bericht, oldest first.</summary>
    Task<IReadOnlyList<Inzage>> VanBerichtAsync(string berichtId, CancellationToken cancellation);

    /// <summary>Removes the lines about a bericht that is destroyed.</summary>
    Task VerwijderAsync(string berichtId, CancellationToken cancellation);
}
