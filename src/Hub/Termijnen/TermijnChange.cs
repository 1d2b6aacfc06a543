namespace Hub.Termijnen;

/// <summary>What a bericht does to one clock.</summary>
/// <param name="Key">The clock.</param>
/// <param name="AsSet">Whether it only does so to a clock that is set.</param>
/// <param name="Change">The clock afterwards; itself when nothing changes.</param>
internal sealed record TermijnChange(string Key, bool AsSet, Func<Termijn, Termijn> Change);
