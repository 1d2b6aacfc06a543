using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW305: care has begun.</summary>
public sealed class Startbericht : BerichtContent
{
    internal Startbericht(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The client.</summary>
    public required Klasse<Client> Client { get; init; }

    /// <summary>The StartProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<StartProduct>> Products { get; init; }
}
