namespace Ijw.Tests.Rules;

/// <summary>One case of a page: what came before, the bericht under test, and the findings it then has; none for a good case.</summary>
internal sealed record Case(string Name, Bericht Bericht, IReadOnlyList<RuleExpectation> Expected)
{
    /// <summary>The berichten before it, in order; only at level 3 and 4.</summary>
    public IReadOnlyList<PriorBericht> Beforehand { get; init; } = [];

    /// <summary>The lines of the block <c>bronnen</c>: what other sources say.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
