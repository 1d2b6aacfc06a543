namespace Hub.Local.FunctionsHost.App;

internal sealed record BlobSettings
{
    /// <summary>How many blobs of one function are handled at once. On Azure eight per core when absent.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 8;

    /// <summary>How often a version of a blob is tried.</summary>
    public int PoisonBlobThreshold { get; init; } = 5;
}
