using Azure;
using Azure.Data.Tables;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Postbus;
using Hub.Termijnen;

namespace Hub.Azure.Tests.Table;

/// <summary>A row that is not what it should be, whatever is wrong with it, keeps no other from being given.</summary>
public sealed class UnreadableRowTests(AzuriteFixture azurite)
{
    private const string Code = "90000004";
    private static readonly Pair Pair = new("0503", "90000004");

    private readonly string _connection = azurite.NewConnection();
    private readonly Heard _heard = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, object?> Faults =>
        new()
        {
            { "Berichtsoort", null },
            { "Identificatie", 7 },
            { "Lengte", "veel" },
            { "Herinnering", new byte[] { 1, 2, 3 } },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_postbus_gives_the_rest_and_reads_on_behind_it(string property, object? value)
    {
        var postbus = new TablePostbus(
            StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)),
            TimeProvider.System,
            _heard
        );
        var pieces = Enumerable.Range(0, 3).Select(_ => Piece()).ToList();
        foreach (var piece in pieces)
        {
            await postbus.DepositAsync(Code, piece, Stop);
        }
        foreach (var number in (int[])[2, 3])
        {
            await BreakAsync("postbus", Code, $"v{number:D19}", property, value);
        }

        var page = await postbus.ListAsync(Code, 0, 10, Stop);
        var last = await postbus.ListAsync(Code, 2, 10, Stop);

        Assert.Equal([pieces[0]], page.Pieces.Select(waiting => waiting.Piece));
        Assert.Equal([pieces[1].Id, pieces[2].Id], page.Unreadable);
        Assert.Equal((3L, 3L, false), (page.Last, last.Last, last.IsEmpty));
        Assert.Contains($"postbus {pieces[1].Id}", _heard.Rows);
        // It can still be confirmed, and then it is gone.
        Assert.True(await postbus.ConfirmAsync(Code, pieces[1].Id, Stop));
        Assert.Equal([pieces[2].Id], (await postbus.ListAsync(Code, 1, 10, Stop)).Unreadable);
    }

    [Fact]
    public async Task What_is_late_gives_the_rest_and_names_the_bericht()
    {
        var termijnen = new TableTermijnen(StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)), _heard);
        List<Termijn> late = [Termijn(1), Termijn(2), Termijn(3)];
        foreach (var termijn in late)
        {
            await termijnen.ReportOverdueAsync(termijn, Stop);
        }
        await BreakAsync("telaat", Code, KeyOf(late[0]), "Soort", 999);
        await BreakAsync("telaat", Code, KeyOf(late[1]), "Uiterlijk", "gisteren");

        var page = await termijnen.OverdueAsync(Code, null, 10, Stop);

        Assert.Equal([late[2].Key], page.Termijnen.Select(termijn => termijn.Key));
        Assert.Equal(late[..2].Select(termijn => termijn.Setting!.BerichtId), page.Unreadable);
    }

    [Fact]
    public async Task The_agenda_gives_the_rest()
    {
        var termijnen = new TableTermijnen(StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)), _heard);
        await termijnen.PutOnAgendaAsync([Termijn(1)], Stop);
        var agenda = new TableClient(_connection, "agenda");
        await agenda.AddEntityAsync(new TableEntity("1", "x.y"), Stop);
        await agenda.AddEntityAsync(new TableEntity("2020-01-01", "zonder"), Stop);

        var points = new List<AgendaItem>();
        await foreach (var point in termijnen.AgendaBeforeAsync(new DateOnly(2026, 12, 31), Stop))
        {
            points.Add(point);
        }

        Assert.Equal([Termijn(1).Key], points.Select(point => point.Key));
        Assert.Equal(2, _heard.Rows.Count);
    }

    [Fact]
    public async Task All_berichten_are_gone_through_but_for_the_one_and_without_someone_who_hears_of_it_they_are_not()
    {
        var account = StorageAccount.With(_connection, new DependencyLimit(Patience.Longest));
        var berichten = new TableBerichten(account, _heard);
        List<string> ids = [Id(1), Id(2), Id(3)];
        var table = new TableClient(_connection, "berichten");
        await table.CreateIfNotExistsAsync(Stop);
        foreach (var id in ids)
        {
            await table.AddEntityAsync(new TableEntity(id[..7], id), Stop);
        }

        await foreach (var _ in berichten.AllAsync(null, Stop))
        {
            Assert.Fail("None of them can be read.");
        }

        Assert.Equal(ids.Select(id => "berichten " + id), _heard.Rows);
        var fault = await Assert.ThrowsAsync<UnreadableRowException>(() => berichten.FindAsync(ids[1], Stop));
        Assert.Equal($"tabel berichten: rij {ids[1]} is niet te lezen.", fault.Message);
        await Assert.ThrowsAsync<UnreadableRowException>(async () =>
        {
            await foreach (var _ in new TableBerichten(account).AllAsync(null, Stop))
            {
                Assert.Fail("None of them can be read.");
            }
        });
    }

    private static string Id(int number) => $"0503-{number:D2}{new string('0', 30)}";

    private static Poststuk Piece()
    {
        var id = $"0503-{Guid.NewGuid():N}";
        return new Poststuk
        {
            Id = id,
            BerichtId = id,
            Berichtsoort = "JW301",
            Afzender = "0503",
            Ontvanger = Code,
            Identificatie = "A",
            Oordeel = "goedgekeurd",
            BevindingCount = 0,
            Length = 1,
        };
    }

    private static Termijn Termijn(int number) =>
        new()
        {
            Pair = Pair,
            Key = TermijnKey.Start(number),
            Setting = new TermijnSetting
            {
                Kind = TermijnKind.Start,
                BerichtId = Id(number),
                Berichtsoort = "JW301",
                Identificatie = "A",
                OnTurn = Code,
                Deadline = new DateOnly(2026, 1, number),
                SetBy = Id(number),
                Rank = "1",
            },
        };

    private static string KeyOf(Termijn termijn) => $"{termijn.Setting!.Deadline:yyyy-MM-dd}.{termijn.Pair}.{termijn.Key}";

    private async Task BreakAsync(string table, string partition, string key, string property, object? value)
    {
        var client = new TableClient(_connection, table);
        var row = (await client.GetEntityAsync<TableEntity>(partition, key, cancellationToken: Stop)).Value;
        row.Remove(property);
        if (value is not null)
        {
            row[property] = value;
        }
        await client.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Stop);
    }

    private sealed class Heard : IUnreadableRows
    {
        public List<string> Rows { get; } = [];

        public void Report(UnreadableRowException row, string fault) => Rows.Add($"{row.Table} {row.Id}");
    }
}
