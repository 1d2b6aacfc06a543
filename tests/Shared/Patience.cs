using System.Globalization;

namespace Shared;

/// <summary>
/// How long a test waits for what must happen before it fails: never what it measures, so it is generous, for a busy laptop.
/// TEST_PATIENCE_SECONDS gives another bound.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("TEST_PATIENCE_SECONDS"), CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : 120
    );

    /// <summary>Ends with the test, or after <see cref="Longest"/>.</summary>
    public static CancellationToken Token
    {
        get
        {
            var limit = new CancellationTokenSource(Longest);
            TestContext.Current.CancellationToken.Register(limit.Cancel);
            return limit.Token;
        }
    }

    public static Task Within(Task task) => task.WaitAsync(Longest, TestContext.Current.CancellationToken);

    public static Task<T> Within<T>(Task<T> task) => task.WaitAsync(Longest, TestContext.Current.CancellationToken);
}
