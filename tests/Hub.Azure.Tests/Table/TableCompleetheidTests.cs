using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;

namespace Hub.Azure.Tests.Table;

public sealed class TableCompleetheidTests(Azurite azurite)
{
    private readonly TableCompleetheid _compleetheid = new(Opslagaccount.Met(azurite.NieuweVerbinding(), new DependencyLimit(Patience.Longest)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pair_is_complete_once_someone_said_so_and_until_someone_takes_it_back()
    {
        Assert.False(await _compleetheid.IsCompleetAsync(new Paar("0503", "90000001"), Stop));

        for (var keer = 0; keer < 2; keer++)
        {
            await _compleetheid.ZetAsync(new Paar("0503", "90000001"), true, Stop);
            Assert.True(await _compleetheid.IsCompleetAsync(new Paar("0503", "90000001"), Stop));
        }

        Assert.False(await _compleetheid.IsCompleetAsync(new Paar("0503", "90000002"), Stop));
        Assert.False(await _compleetheid.IsCompleetAsync(new Paar("0518", "90000001"), Stop));
        for (var keer = 0; keer < 2; keer++)
        {
            await _compleetheid.ZetAsync(new Paar("0503", "90000001"), false, Stop);
            Assert.False(await _compleetheid.IsCompleetAsync(new Paar("0503", "90000001"), Stop));
        }
    }
}
