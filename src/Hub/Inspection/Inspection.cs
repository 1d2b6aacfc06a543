namespace Hub.Inspection;

/// <summary>That someone got at the content of a bericht through the hub.</summary>
/// <param name="BerichtId">The bericht.</param>
/// <param name="Who">The deelnemer's code, or the role of who looks after the hub.</param>
/// <param name="Application">The application by its id in Entra; empty when the token names none.</param>
/// <param name="What">What was asked: one of <see cref="InspectionKinds"/>.</param>
/// <param name="Moment">When, in UTC.</param>
public sealed record Inspection(string BerichtId, string Who, string Application, string What, DateTimeOffset Moment);
