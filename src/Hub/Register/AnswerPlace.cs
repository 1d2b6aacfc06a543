namespace Hub.Register;

/// <summary>Where an answer belongs.</summary>
/// <param name="Heenbericht">The id of the bericht that it answers; null when the hub never saw it.</param>
/// <param name="IsRepeated">True when that bericht was answered before: this answer changes nothing any more.</param>
public sealed record AnswerPlace(string? Heenbericht, bool IsRepeated);
