using Azure;
using Azure.Data.Tables;
using Hub.Azure.Tests.Shared;

namespace Hub.Azure.Tests.Table;

/// <summary>An action that stands alone is no batch, and ends as it would in one.</summary>
public class SingleActionTests(AzuriteFixture azurite)
{
    private const int BytesOfRow = 200;

    private readonly string _connection = azurite.NewConnection();

    [Fact]
    public async Task It_goes_by_itself_and_two_go_together()
    {
        var table = new Azure.Table.Table(StorageAccount.With(_connection), "enkel");
        await table.WriteAsync("test", [Add("0")], TestContext.Current.CancellationToken);
        using var calls = new StorageCalls(_connection);

        await table.WriteAsync("test", [Add("1")], TestContext.Current.CancellationToken);
        var (alone, bytes) = calls.Take();
        await table.WriteAsync("test", [Add("2"), Add("3")], TestContext.Current.CancellationToken);
        var (together, more) = calls.Take();

        Assert.Equal((1, 1), (alone, together));
        Assert.InRange(bytes, 1, BytesOfRow);
        Assert.InRange(more, 2 * BytesOfRow, long.MaxValue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_fails_as_a_batch_does(bool alone)
    {
        var table = new Azure.Table.Table(StorageAccount.With(_connection), alone ? "alleen" : "samen");
        await WriteAsync(Add("1"));
        var earlier = (await RowsAsync()).Single().ETag;
        await WriteAsync(Change(TableTransactionActionType.UpsertReplace, "1", ETag.All));

        Assert.Equal(StorageFault.Conflict, await FaultAsync(Add("1")));
        Assert.Equal(StorageFault.Conflict, await FaultAsync(Change(TableTransactionActionType.UpdateReplace, "1", earlier)));
        Assert.Equal(StorageFault.Conflict, await FaultAsync(Change(TableTransactionActionType.UpdateMerge, "1", earlier)));
        Assert.Equal(StorageFault.NotFound, await FaultAsync(Change(TableTransactionActionType.UpdateReplace, "2", ETag.All)));
        Assert.Equal(StorageFault.NotFound, await FaultAsync(Change(TableTransactionActionType.Delete, "2", ETag.All)));
        await WriteAsync(Change(TableTransactionActionType.UpsertReplace, "1", ETag.All));
        await WriteAsync(Change(TableTransactionActionType.UpsertMerge, "2", ETag.All));
        await WriteAsync(Change(TableTransactionActionType.UpdateMerge, "2", ETag.All));
        await WriteAsync(Change(TableTransactionActionType.Delete, "1", ETag.All));

        Assert.Equal(["2"], (await RowsAsync()).Select(row => row.RowKey));

        Task<List<TableEntity>> RowsAsync() => table.FindAsync("test", "p", ["1", "2"], TestContext.Current.CancellationToken);

        Task WriteAsync(TableTransactionAction action) =>
            table.WriteAsync(
                "test",
                alone ? [action] : [action, new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "other"))],
                TestContext.Current.CancellationToken
            );

        async Task<StorageFault> FaultAsync(TableTransactionAction action) =>
            (await Assert.ThrowsAsync<StorageException>(() => WriteAsync(action))).Fault;
    }

    private static TableTransactionAction Add(string key) => Change(TableTransactionActionType.Add, key, default);

    private static TableTransactionAction Change(TableTransactionActionType type, string key, ETag version) =>
        new(type, new TableEntity("p", key), version);
}
