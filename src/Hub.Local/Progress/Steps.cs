using System.Globalization;

namespace Hub.Local.Progress;

/// <summary>
/// Tells what is being done, that it still goes on, and how long it took: a start that is silent looks like one that hangs.
/// </summary>
internal sealed class Steps(Action<string> tell, TimeProvider time)
{
    private static readonly TimeSpan Reminder = TimeSpan.FromSeconds(15);

    /// <summary>Does one step.</summary>
    /// <param name="what">What it does, in plain Dutch, such as "Azurite starten".</param>
    /// <param name="step">The work.</param>
    public async Task<T> RunAsync<T>(string what, Func<Task<T>> step)
    {
        tell($"{what}…");
        var begin = time.GetTimestamp();
        var work = step();
        using (var rhythm = new PeriodicTimer(Reminder, time))
        {
            var tick = rhythm.WaitForNextTickAsync().AsTask();
            while (await Task.WhenAny(work, tick).ConfigureAwait(false) == tick)
            {
                tell($"  nog bezig, {Seconds(begin)} s");
                tick = rhythm.WaitForNextTickAsync().AsTask();
            }
        }

        var result = await work.ConfigureAwait(false);
        tell($"  klaar in {Seconds(begin)} s");
        return result;
    }

    private string Seconds(long begin) =>
        time.GetElapsedTime(begin).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');
}
