namespace Ijw.Reading;

/// <summary>Counts the siblings of one name under one parent; a path shows an index only when there turn out to be more than one.</summary>
internal sealed class Counter
{
    /// <summary>How many there are, known when the parent closes.</summary>
    public int Count { get; set; } = 1;
}
