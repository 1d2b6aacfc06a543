namespace Hub.Verwerking.Steps;

/// <summary>
/// Archives and records the answer that the hub made. When another turns out to stand in its place, made by an attempt that died, the
/// bericht is judged again by that one.
/// </summary>
public sealed class Step2Answer(OwnAnswer answers, Step1Judge judge) : IStep
{
    /// <inheritdoc/>
    public async Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        while (bericht.Answer is { Bericht.Version: null } made)
        {
            var stands = await answers.RecordAsync(bericht.Taken, made, cancellation).ConfigureAwait(false);
            var isOther = !ReferenceEquals(stands.Read, made.Read);
            bericht.Answer = stands;
            if (!isOther)
            {
                return;
            }
            bericht.IsAnswerGiven = true;
            await judge.RunAsync(bericht, cancellation).ConfigureAwait(false);
        }
    }
}
