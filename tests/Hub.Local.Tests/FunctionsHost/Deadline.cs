namespace Hub.Local.Tests.FunctionsHost;

/// <summary>How long a test waits for a condition before it fails.</summary>
internal static class Deadline
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>Ends with the test, or after <see cref="Length"/>.</summary>
    public static CancellationToken Token
    {
        get
        {
            var limit = new CancellationTokenSource(Length);
            TestContext.Current.CancellationToken.Register(limit.Cancel);
            return limit.Token;
        }
    }

    public static Task Within(Task task) => task.WaitAsync(Length, TestContext.Current.CancellationToken);

    public static Task<T> Within<T>(Task<T> task) => task.WaitAsync(Length, TestContext.Current.CancellationToken);
}
