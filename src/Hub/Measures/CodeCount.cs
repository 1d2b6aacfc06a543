namespace Hub.Measures;

/// <summary>How often something was refused for a code.</summary>
/// <param name="Code">The retourcode, or the code of a rule.</param>
/// <param name="Count">How often; of all in <see cref="Share.Whole"/> that were answered.</param>
public sealed record CodeCount(string Code, Share Count);
