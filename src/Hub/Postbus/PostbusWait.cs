using System.Collections.Concurrent;

namespace Hub.Postbus;

/// <summary>
/// Waits until something lies in a postbus. It looks again after a second, and then less and less often: what comes in may come from any
/// instance of the app, and the table is all they share.
/// </summary>
public sealed class PostbusWait(IPostbus postbus, TimeProvider time)
{
    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>How many calls of one deelnemer may wait at the same time, in one instance of the app.</summary>
    public const int MaxPerDeelnemer = 4;

    private const double Growth = 1.5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, int> _waiting = new(StringComparer.Ordinal);

    /// <summary>
    /// What waits in a postbus; when that is nothing, what comes in within a time. Null when too many calls of the deelnemer wait already.
    /// </summary>
    /// <param name="code">CBS or AGB code of the deelnemer whose postbus it is.</param>
    /// <param name="after">The number after which to begin; 0 for all.</param>
    /// <param name="total">The most to give.</param>
    /// <param name="wait">How long to wait; zero to look once.</param>
    /// <param name="stopping">Ends the waiting: what is there by then, which is nothing, is given.</param>
    /// <param name="cancellation">The caller is gone.</param>
    /// <exception cref="StorageException">The table failed.</exception>
    public async Task<PostbusPage?> ListAsync(
        string code,
        long after,
        int total,
        TimeSpan wait,
        CancellationToken stopping,
        CancellationToken cancellation
    )
    {
        var page = await postbus.ListAsync(code, after, total, cancellation).ConfigureAwait(false);
        if (!page.IsEmpty || wait <= TimeSpan.Zero)
        {
            return page;
        }
        if (_waiting.AddOrUpdate(code, 1, (_, count) => count + 1) > MaxPerDeelnemer)
        {
            Leave(code);
            return null;
        }

        try
        {
            return await WaitAsync(page, code, after, total, wait, stopping, cancellation).ConfigureAwait(false);
        }
        finally
        {
            Leave(code);
        }
    }

    /// <summary>How many calls of a deelnemer wait now.</summary>
    public int Waiting(string code) => _waiting.GetValueOrDefault(code);

    private async Task<PostbusPage> WaitAsync(
        PostbusPage page,
        string code,
        long after,
        int count,
        TimeSpan wait,
        CancellationToken stopping,
        CancellationToken cancellation
    )
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        var begin = time.GetTimestamp();
        for (var pause = FirstPause; page.IsEmpty && wait > time.GetElapsedTime(begin); pause = Shortest(pause * Growth, LongestPause))
        {
            try
            {
                await Task.Delay(Shortest(pause, wait - time.GetElapsedTime(begin)), time, ended.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return page;
            }

            page = await postbus.ListAsync(code, after, count, cancellation).ConfigureAwait(false);
        }

        return page;
    }

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) =>
        one < other ? one
        : other > TimeSpan.Zero ? other
        : TimeSpan.Zero;

    private void Leave(string code) => _waiting.AddOrUpdate(code, 0, (_, count) => count - 1);
}
