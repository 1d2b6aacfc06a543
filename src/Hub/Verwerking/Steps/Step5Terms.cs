using Hub.Termijnen;

namespace Hub.Verwerking.Steps;

/// <summary>Notes which terms begin and end by what was delivered.</summary>
public sealed class Step5Terms(Termijnbewaking termijnen) : IStep
{
    /// <inheritdoc/>
    public Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return bericht switch
        {
            { Antwoord: null } => termijnen.NoteerAsync(bericht.Known, bericht.Bericht, bericht.Inhoud, cancellation),
            { GoesOn: true } => termijnen.NoteerBeantwoordAsync(bericht.Known, bericht.Bericht, bericht.Inhoud, cancellation),
            _ => Task.CompletedTask,
        };
    }
}
