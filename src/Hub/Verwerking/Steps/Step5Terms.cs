using Hub.Termijnen;

namespace Hub.Verwerking.Steps;

/// <summary>Notes which terms begin and end by what was delivered.</summary>
public sealed class Step5Terms(TermijnWatch termijnen) : IStep
{
    /// <inheritdoc/>
    public Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return bericht switch
        {
            { Answer: null } => termijnen.NoteAsync(bericht.Known, bericht.Bericht, bericht.Content, cancellation),
            { GoesOn: true } => termijnen.NoteAnsweredAsync(bericht.Known, bericht.Bericht, bericht.Content, cancellation),
            _ => Task.CompletedTask,
        };
    }
}
