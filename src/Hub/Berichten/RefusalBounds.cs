namespace Hub.Berichten;

/// <summary>How much that was refused the hub keeps of one sender on one day (of the Netherlands).</summary>
/// <param name="Count">The most refusals.</param>
/// <param name="Bytes">The most bytes of them together.</param>
public sealed record RefusalBounds(int Count, long Bytes)
{
    /// <summary>When nothing else is set: 1000 refusals, 250 MB together.</summary>
    public static RefusalBounds Default { get; } = new(1000, 250 * BytesPerMegabyte);

    /// <summary>Bytes in a megabyte, as the hub counts them.</summary>
    public const long BytesPerMegabyte = 1024 * 1024;

    /// <summary>Whether one more refusal of <paramref name="bytes"/> fits behind what there was that day.</summary>
    public bool Fit(int count, long sum, long bytes) => count < Count && sum + bytes <= Bytes;
}
