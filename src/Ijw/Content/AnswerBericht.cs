using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW319: a request is refused, or under investigation.</summary>
public sealed class AnswerBericht : BerichtContent
{
    internal AnswerBericht(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The answer.</summary>
    public required Klasse<Answer> Answer { get; init; }

    /// <summary>The gemeente that is responsible instead; null when it isn't named.</summary>
    public Klasse<Woonplaatsbeginsel>? Woonplaatsbeginsel { get; init; }
}

/// <summary>The answer to a request.</summary>
/// <param name="ReferentieAanbieder">The reference of the request.</param>
/// <param name="IsInInvestigation">VerzoekAntwoord 2: a final answer follows; 1 refuses.</param>
public sealed record Answer(string ReferentieAanbieder, bool IsInInvestigation);

/// <summary>The gemeente that is responsible by the woonplaatsbeginsel.</summary>
/// <param name="Gemeente">CBS code, 4 digits.</param>
public sealed record Woonplaatsbeginsel(string Gemeente);
