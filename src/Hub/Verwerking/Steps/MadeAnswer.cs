using Hub.Berichten;
using Ijw.Dossiers.Facts;

namespace Hub.Verwerking.Steps;

/// <summary>An answer of the hub.</summary>
/// <param name="Bericht">The answer; it has a version once it is recorded.</param>
/// <param name="Read">What it says, and its bytes.</param>
public sealed record MadeAnswer(BerichtStatus Bericht, ReadBericht Read)
{
    /// <summary>What it says of the heenbericht.</summary>
    public Outcome Outcome { get; } = Outcome.Of(Read.Content);
}
