namespace Ijw.Content;

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
