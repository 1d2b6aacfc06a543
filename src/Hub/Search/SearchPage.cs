using Hub.Berichten;

namespace Hub.Search;

/// <summary>Some of the berichten that were looked for.</summary>
/// <param name="Berichten">Newest first.</param>
/// <param name="Unreadable">Ids of those whose row can't be read.</param>
/// <param name="Next">Behind which to go on; null when there are no more. A page may hold few, or none, and not be the last.</param>
public sealed record SearchPage(IReadOnlyList<BerichtStatus> Berichten, IReadOnlyList<string> Unreadable, SearchPlace? Next);
