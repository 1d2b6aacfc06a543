using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW307: care has stopped, for a time or for good.</summary>
public sealed class Stopbericht : BerichtContent
{
    internal Stopbericht(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The client.</summary>
    public required Klasse<Client> Client { get; init; }

    /// <summary>The StopProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<StopProduct>> Products { get; init; }
}
