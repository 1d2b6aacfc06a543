namespace Hub.Verwerking.Steps;

/// <summary>A step of the work on a bericht. Doing it again changes nothing: each leaves something that the next attempt finds.</summary>
public interface IStep
{
    /// <summary>Does the step.</summary>
    /// <param name="bericht">What the steps before it found; it adds what it finds.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    /// <exception cref="StorageException">The archive or a table failed, or someone else changed the same: try again.</exception>
    /// <exception cref="Queues.QueueException">A postbus failed: try again.</exception>
    Task RunAsync(BerichtCase bericht, CancellationToken cancellation);
}
