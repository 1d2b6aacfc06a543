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

/// <summary>What a start and a stop share.</summary>
public abstract record LeveringProduct
{
    private protected LeveringProduct() { }

    /// <summary>The toewijzing; null when the work is taakgericht.</summary>
    public int? ToewijzingNummer { get; init; }

    /// <summary>The product as assigned; null when the toewijzing is generiek.</summary>
    public Product? Product { get; init; }

    /// <summary>The first day of the toewijzing, no part of the key.</summary>
    public DateOnly? ToewijzingIngangsdatum { get; init; }

    /// <summary>The day on which care began.</summary>
    public required DateOnly Begindatum { get; init; }

    /// <summary>StatusAanlevering 3: what was sent under this key counts as never sent.</summary>
    public required bool IsRemoval { get; init; }
}

/// <summary>A start.</summary>
public sealed record StartProduct : LeveringProduct;

/// <summary>A stop.</summary>
public sealed record StopProduct : LeveringProduct
{
    /// <summary>JZ588, two characters.</summary>
    public required string RedenBeeindiging { get; init; }

    /// <summary>The last day of care.</summary>
    public required DateOnly Einddatum { get; init; }

    /// <summary>A temporary stop (RedenBeeindiging 20); every other is final.</summary>
    public bool IsTemporary => RedenBeeindiging == "20";
}
