using Hub.Termijnen;

namespace Hub.Measures;

/// <summary>How many terms of a kind were met by who had to act.</summary>
/// <param name="Kind">The kind of term.</param>
/// <param name="OnTurn">Code of who had to act.</param>
/// <param name="Met">Met, of those that ended.</param>
public sealed record TermijnShare(TermijnKind Kind, string OnTurn, Share Met);
