namespace Hub.Postbus;

/// <summary>A part of what waits in a postbus.</summary>
/// <param name="Pieces">Oldest first.</param>
/// <param name="More">Whether more waits behind the last.</param>
/// <param name="Last">The number up to which this page goes, also when nothing could be read of it.</param>
/// <param name="Unreadable">Ids of what waits and can't be read; it was told of.</param>
public sealed record PostbusPage(IReadOnlyList<WaitingPoststuk> Pieces, bool More, long Last, IReadOnlyList<string> Unreadable)
{
    /// <summary>Whether nothing waits, not even something that can't be read.</summary>
    public bool IsEmpty => Pieces.Count == 0 && Unreadable.Count == 0;
}
