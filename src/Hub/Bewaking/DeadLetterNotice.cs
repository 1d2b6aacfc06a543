namespace Hub.Bewaking;

/// <summary>Dead letters of one queue with one reason.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Reason">Why, as one of the broker's own words, else <c>Overig</c>.</param>
/// <param name="MessageIds">The berichten, at most as many as are looked at in one run.</param>
public sealed record DeadLetterNotice(string Queue, string Reason, IReadOnlyList<string> MessageIds);
