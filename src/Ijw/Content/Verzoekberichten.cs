using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW315: a request for one or more toewijzingen (VOT).</summary>
public sealed class VerzoekToToewijzing : BerichtContent
{
    internal VerzoekToToewijzing(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The client.</summary>
    public required Klasse<Client> Client { get; init; }

    /// <summary>The AangevraagdeProducten, in document order; each is a request of its own.</summary>
    public required IReadOnlyList<Klasse<AangevraagdProduct>> Products { get; init; }
}
