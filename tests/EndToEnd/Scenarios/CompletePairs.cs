using EndToEnd.Samples;
using Hub;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Local.Samples;

namespace EndToEnd.Scenarios;

/// <summary>
/// Pairs of which the register is complete while the stories are told, as after an initial load; the postbussen are empty at the start.
/// </summary>
public sealed class CompletePairs(SamplesRun run) : IAsyncLifetime
{
    public const string Gemeente = "0637";
    public const string OtherGemeente = "0626";
    public const string Aanbieder = "90000002";

    public async ValueTask InitializeAsync()
    {
        await SetAsync(complete: true);
        await Postbussen.EmptyAsync(run.Environment, TestContext.Current.CancellationToken);
    }

    // Other tests send anything between any two.
    public async ValueTask DisposeAsync() => await SetAsync(complete: false);

    private async Task SetAsync(bool complete)
    {
        var completeness = new TableCompleteness(StorageAccount.With(run.Environment.StorageConnection));
        foreach (var gemeente in (string[])[Gemeente, OtherGemeente])
        {
            await completeness.SetAsync(new Pair(gemeente, Aanbieder), complete, TestContext.Current.CancellationToken);
        }
    }
}
