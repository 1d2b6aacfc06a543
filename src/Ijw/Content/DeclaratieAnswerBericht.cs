using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW325: what became of a JW323. What is granted stands not in it.</summary>
public sealed class DeclaratieAnswerBericht : BerichtContent
{
    internal DeclaratieAnswerBericht(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The JW323 it answers.</summary>
    public required DeclaratieReference Reference { get; init; }

    /// <summary>The RetourCodes of the Header.</summary>
    public required IReadOnlyList<string> Headercodes { get; init; }

    /// <summary>The answer; null when the JW323 was refused at its Header or at level 2.</summary>
    public Klasse<DeclaratieAntwoord>? Answer { get; init; }

    /// <summary>The clients of whom something was refused, in document order.</summary>
    public required IReadOnlyList<Klasse<DeclaratieClient>> Clienten { get; init; }
}
