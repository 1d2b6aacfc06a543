using Hub.Antwoorden;

namespace Hub.Verwerking.Steps;

/// <summary>Tells both parties of an answer that can't be right.</summary>
public sealed class Step6Signal(Signalering signalering) : IStep
{
    /// <inheritdoc/>
    public Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return bericht.Plaats is { } plaats
            ? signalering.SeinAsync(bericht.Known, bericht.Bericht, bericht.Inhoud, plaats, cancellation)
            : Task.CompletedTask;
    }
}
