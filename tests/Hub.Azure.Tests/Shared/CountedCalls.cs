using System.Diagnostics;
using Azure.Data.Tables;

namespace Hub.Azure.Tests.Shared;

/// <summary>Counts the calls to the tables of one account, whoever makes them.</summary>
internal sealed class CountedCalls : IDisposable
{
    private readonly ActivityListener _listener;
    private int _count;

    public CountedCalls(string connection)
    {
        var account = new TableServiceClient(connection).Uri.AbsoluteUri;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = call =>
            {
                if (call.GetTagItem("url.full") is string url && url.StartsWith(account, StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref _count);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => _count;

    public void Dispose() => _listener.Dispose();
}
