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
