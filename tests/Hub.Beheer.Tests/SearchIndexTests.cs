using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;
using Hub.Search;

namespace Hub.Beheer.Tests;

/// <summary>By what berichten are found, made anew and taken away.</summary>
public sealed class SearchIndexTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly DateOnly Day = new(2019, 3, 4);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zoekindex-");
    private readonly Admin _admin = new(azurite);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Made_anew_it_is_the_same_whatever_was_lost_of_it()
    {
        await LoadAsync();
        var before = await RowsAsync();
        var table = new TableClient(_admin.Connection, "zoeken");
        foreach (var row in before.Where((_, number) => number % 2 == 0))
        {
            await table.DeleteEntityAsync(row.Partition, row.Key, cancellationToken: Stop);
        }

        var (code, output, _) = await _admin.ExecuteAsync("zoekindex");

        Assert.Equal((0, "3 berichten zijn te vinden."), (code, output[^1]));
        Assert.Equal(before, await RowsAsync());
        // Of both parties: all, soort, counterparty and Identificatie of each, the Identificatie of the retour, and the ToewijzingNummer of
        // the two that have one.
        Assert.Equal(2 * ((3 * 4) + 1 + 2), before.Count);
    }

    [Fact]
    public async Task Made_anew_it_leaves_the_worklists_as_they_are()
    {
        await LoadAsync();
        var table = new TableClient(_admin.Connection, "zoeken");
        var found = (await RowsAsync()).First(row => row.Key.StartsWith("a~", StringComparison.Ordinal));
        var place = SearchPlace.Read(found.Key[2..])!.Value;
        foreach (var range in (string[])["wp", "wr", "ws", "wt", "wu"])
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{range}~{place.Received.UtcTicks:D19}~{place.BerichtId}");
            await table.AddEntityAsync(new TableEntity(found.Partition, key), Stop);
        }
        await table.AddEntityAsync(new TableEntity(found.Partition, $"zhash~{place}") { ["Uitslag"] = 1 }, Stop);
        await table.UpdateEntityAsync(
            new TableEntity(found.Partition, found.Key) { ["Inhoud99"] = "zhash" },
            ETag.All,
            TableUpdateMode.Merge,
            Stop
        );
        var before = Worklists(await RowsAsync());

        Assert.Equal(0, (await _admin.ExecuteAsync("zoekindex")).Code);

        Assert.Equal(6, before.Count);
        Assert.Equal(before, Worklists(await RowsAsync()));

        static List<(string, string, string)> Worklists(IEnumerable<(string Partition, string Key, string Terms)> rows) =>
            [.. rows.Where(row => row.Key[0] is 'w' or 'z')];
    }

    [Fact]
    public async Task Destroyed_berichten_are_found_by_nothing_any_more()
    {
        await LoadAsync();

        Assert.Equal(
            0,
            (await _admin.ExecuteAsync("vernietig", "--gemeente", "0503", "--voor", "2020-01-01", "--grond", "Delft, brief 2031-04")).Code
        );

        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_row_that_can_not_be_read_is_named_and_the_exit_code_says_so()
    {
        await LoadAsync();
        var table = new TableClient(_admin.Connection, "berichten");
        var id = "";
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            id = row.RowKey;
            row["Berichtsoort"] = "JW999";
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Stop);
            break;
        }

        foreach (
            var command in (string[][])
                [
                    ["zoekindex"],
                    ["stand"],
                    ["herbouw", "--tabel", "register2"],
                ]
        )
        {
            var (code, _, errors) = await _admin.ExecuteAsync(command);

            Assert.Equal((command[0], 1), (command[0], code));
            Assert.Contains(errors, line => line.StartsWith($"Tabel berichten: rij {id} is niet te lezen", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task LoadAsync()
    {
        var chain = new ChainBerichten("0503", "90000001");
        var toewijzing = chain.Toewijzing(Day, 100, Day, null);
        foreach (var (number, xml) in new[] { toewijzing, ChainBerichten.Retour(toewijzing), chain.Start(Day, 100, Day) }.Index())
        {
            File.WriteAllText(Path.Combine(_folder.FullName, $"{number}.xml"), xml);
        }
        Assert.Equal(0, (await _admin.ExecuteAsync("historie", _folder.FullName, "--gemeente", "0503", "--aanbieder", "90000001")).Code);
    }

    private async Task<List<(string Partition, string Key, string Terms)>> RowsAsync()
    {
        var rows = new List<(string, string, string)>();
        await foreach (var row in new TableClient(_admin.Connection, "zoeken").QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            rows.Add(
                (
                    row.PartitionKey,
                    row.RowKey,
                    string.Join(',', row.Keys.Order(StringComparer.Ordinal).Where(key => key is not ("odata.etag" or "Timestamp")))
                )
            );
        }
        return rows;
    }
}
