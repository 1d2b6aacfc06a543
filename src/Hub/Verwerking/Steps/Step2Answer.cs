namespace Hub.Verwerking.Steps;

/// <summary>
/// Archives and records the answer that the hub made. When another turns out to stand in its place, made by an attempt that died, the
/// bericht is judged again by that one.
/// </summary>
public sealed class Step2Answer(EigenAntwoord antwoorden, Step1Judge judge) : IStep
{
    /// <inheritdoc/>
    public async Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        while (bericht.Antwoord is { Bericht.Versie: null } made)
        {
            var stands = await antwoorden.RecordAsync(bericht.Taken, made, cancellation).ConfigureAwait(false);
            var isOther = !ReferenceEquals(stands.Read, made.Read);
            bericht.Antwoord = stands;
            if (!isOther) return;
            bericht.IsAntwoordGiven = true;
            await judge.RunAsync(bericht, cancellation).ConfigureAwait(false);
        }
    }
}
