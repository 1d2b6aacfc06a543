using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW317: a request to change what is assigned (VOW); one request as a whole.</summary>
public sealed class VerzoekToWijziging : BerichtContent
{
    internal VerzoekToWijziging(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The client.</summary>
    public required Klasse<Client> Client { get; init; }

    /// <summary>The request.</summary>
    public required Klasse<Verzoek> Verzoek { get; init; }

    /// <summary>The OngewijzigdeProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<OngewijzigdProduct>> Unchanged { get; init; }

    /// <summary>The TeWijzigenProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<TeWijzigenProduct>> ToChange { get; init; }

    /// <summary>The NieuweProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<NieuwProduct>> New { get; init; }
}
