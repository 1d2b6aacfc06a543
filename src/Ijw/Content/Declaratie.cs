namespace Ijw.Content;

/// <summary>The declaratie of a JW323.</summary>
public sealed record Declaratie
{
    /// <summary>1 to 12 letters and digits.</summary>
    public required string DeclaratieNummer { get; init; }

    /// <summary>The calendar month that is declared.</summary>
    public required Period Period { get; init; }

    /// <summary>The signed total in eurocent.</summary>
    public required long TotalSubmitted { get; init; }
}
