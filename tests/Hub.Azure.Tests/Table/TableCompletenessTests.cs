using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;

namespace Hub.Azure.Tests.Table;

public sealed class TableCompletenessTests(AzuriteFixture azurite)
{
    private readonly TableCompleteness _completeness = new(
        StorageAccount.With(azurite.NewConnection(), new DependencyLimit(Patience.Longest))
    );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pair_is_complete_once_someone_said_so_and_until_someone_takes_it_back()
    {
        Assert.False(await _completeness.IsCompleteAsync(new Pair("0503", "90000001"), Stop));

        for (var turn = 0; turn < 2; turn++)
        {
            await _completeness.SetAsync(new Pair("0503", "90000001"), true, Stop);
            Assert.True(await _completeness.IsCompleteAsync(new Pair("0503", "90000001"), Stop));
        }

        Assert.False(await _completeness.IsCompleteAsync(new Pair("0503", "90000002"), Stop));
        Assert.False(await _completeness.IsCompleteAsync(new Pair("0518", "90000001"), Stop));
        for (var turn = 0; turn < 2; turn++)
        {
            await _completeness.SetAsync(new Pair("0503", "90000001"), false, Stop);
            Assert.False(await _completeness.IsCompleteAsync(new Pair("0503", "90000001"), Stop));
        }
    }
}
