using Hub.Queues;

namespace Hub.Verwerking;

/// <summary>Tries work again while it fails for a reason that may pass.</summary>
/// <remarks>
/// The host gives an abandoned message back at once, so a short outage would use up every delivery and end in the dead letters. Waiting
/// here, under the lock that the host renews, bridges it.
/// </remarks>
public sealed class Volharding(TimeProvider tijd)
{
    private static readonly TimeSpan[] Pauzes = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)];

    /// <summary>Does <paramref name="werk"/>, at most four times within half a minute; the last failure is thrown.</summary>
    public async Task DoeAsync(Func<Task> werk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(werk);
        foreach (var pauze in Pauzes)
        {
            try
            {
                await werk().ConfigureAwait(false);
                return;
            }
            catch (Exception fout) when (IsVoorbijgaand(fout))
            {
                await Task.Delay(pauze, tijd, cancellation).ConfigureAwait(false);
            }
        }

        await werk().ConfigureAwait(false);
    }

    private static bool IsVoorbijgaand(Exception fout) =>
        fout is OpslagException { Fout: OpslagFout.Retry or OpslagFout.Conflict } or QueueException { Failure: QueueFailure.Retry };
}
