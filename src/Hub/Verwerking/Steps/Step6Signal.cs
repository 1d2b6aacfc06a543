using Hub.Answers;

namespace Hub.Verwerking.Steps;

/// <summary>Tells both parties of an answer that can't be right.</summary>
public sealed class Step6Signal(Signalling signalling) : IStep
{
    /// <inheritdoc/>
    public Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return bericht.Place is { } place
            ? signalling.SignAsync(bericht.Known, bericht.Bericht, bericht.Content, place, cancellation)
            : Task.CompletedTask;
    }
}
