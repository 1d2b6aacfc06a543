using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW301: what one gemeente has assigned one client at one aanbieder.</summary>
public sealed class ToewijzingBericht : BerichtContent
{
    internal ToewijzingBericht(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The client.</summary>
    public required Klasse<Client> Client { get; init; }

    /// <summary>The ToegewezenProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<ToegewezenProduct>> Products { get; init; }
}
