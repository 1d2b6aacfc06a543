using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW323: what an aanbieder declares over a month.</summary>
public sealed class DeclaratieBericht : BerichtContent
{
    internal DeclaratieBericht(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The declaratie.</summary>
    public required Klasse<Declaratie> Declaratie { get; init; }

    /// <summary>The clients, in document order.</summary>
    public required IReadOnlyList<Klasse<DeclaratieClient>> Clienten { get; init; }
}
