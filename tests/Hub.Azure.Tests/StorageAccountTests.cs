using Azure.Identity;

namespace Hub.Azure.Tests;

public class StorageAccountTests
{
    [Fact]
    public void Archive_and_tables_are_each_reached_in_an_account_of_their_own()
    {
        var account = StorageAccount.With("archief", "tabellen", new DefaultAzureCredential());

        Assert.Equal("archief.blob.core.windows.net", account.Blobs.Uri.Host);
        Assert.Equal("tabellen.table.core.windows.net", account.Tables.Uri.Host);
    }

    [Fact]
    public void On_a_laptop_both_are_in_one()
    {
        var account = StorageAccount.With("UseDevelopmentStorage=true");

        Assert.Equal("127.0.0.1", account.Blobs.Uri.Host);
        Assert.Equal("127.0.0.1", account.Tables.Uri.Host);
    }
}
