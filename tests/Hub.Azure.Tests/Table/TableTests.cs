using Azure.Data.Tables;
using Hub.Archief;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Berichten;

namespace Hub.Azure.Tests.Table;

public sealed class TableTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 20, 12, 0, 0, 123, TimeSpan.Zero);

    private readonly string _connection;
    private readonly TableBerichten _berichten;
    private readonly TableInProgress _inProgress;

    public TableTests(AzuriteFixture azurite)
    {
        _connection = azurite.NewConnection();
        _berichten = new TableBerichten(StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)));
        _inProgress = new TableInProgress(StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)));
    }

    [Fact]
    public async Task A_bericht_comes_back_as_it_was_stored()
    {
        var bericht = Bericht() with
        {
            Oordeel = Oordeel.Rejected,
            Bevindingen = [new Bevinding(2, "TR101", "0001", "/Bericht/Client", 3, 4, "Sleutel komt vaker voor.")],
            BevindingCount = 1,
            Retour = "0503-ffffffffffffffffffffffffffffffff",
        };

        Assert.NotNull(await _berichten.AddAsync(bericht, TestContext.Current.CancellationToken));
        var read = await _berichten.FindAsync(bericht.BerichtId, TestContext.Current.CancellationToken);

        Assert.NotNull(read!.Version);
        Assert.Equal(bericht.Bevindingen, read.Bevindingen);
        Assert.Equal(bericht with { Bevindingen = read.Bevindingen, Version = read.Version }, read);
        Assert.Null(await _berichten.FindAsync(NewId(), TestContext.Current.CancellationToken));
        Assert.Null(await _berichten.FindAsync("x' or 1 eq 1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_bericht_is_added_once()
    {
        var bericht = Bericht();

        Assert.NotNull(await _berichten.AddAsync(bericht, TestContext.Current.CancellationToken));
        Assert.Null(await _berichten.AddAsync(bericht with { Length = 99 }, TestContext.Current.CancellationToken));
        Assert.Equal(bericht.Length, (await _berichten.FindAsync(bericht.BerichtId, TestContext.Current.CancellationToken))!.Length);
    }

    [Fact]
    public async Task Of_two_who_change_what_they_read_one_wins()
    {
        var bericht = Bericht();
        await _berichten.AddAsync(bericht, TestContext.Current.CancellationToken);
        var read = (await _berichten.FindAsync(bericht.BerichtId, TestContext.Current.CancellationToken))!;

        await _berichten.UpdateAsync([read with { Trail = read.Trail with { Processed = Now } }], TestContext.Current.CancellationToken);
        var fault = await Assert.ThrowsAsync<StorageException>(() => _berichten.UpdateAsync([read], TestContext.Current.CancellationToken));

        Assert.Equal(StorageFault.Conflict, fault.Fault);
        Assert.True((await _berichten.FindAsync(bericht.BerichtId, TestContext.Current.CancellationToken))!.IsProcessed);
    }

    [Fact]
    public async Task A_header_with_any_characters_the_standard_allows_is_kept()
    {
        var bericht = Bericht();
        bericht = bericht with
        {
            Header = bericht.Header with { Identificatie = "é/\\#?'\"&<𝄞", Dagtekening = null, DagtekeningText = "12026-07-20" },
        };

        await _berichten.AddAsync(bericht, TestContext.Current.CancellationToken);

        Assert.Equal(bericht.Header, (await _berichten.FindAsync(bericht.BerichtId, TestContext.Current.CancellationToken))!.Header);
    }

    [Fact]
    public async Task The_keys_hold_gemeente_and_hash_only()
    {
        var bericht = Bericht();
        await _berichten.AddAsync(bericht, TestContext.Current.CancellationToken);

        var rows = new TableClient(_connection, "berichten").QueryAsync<TableEntity>(
            row => row.RowKey == bericht.BerichtId,
            cancellationToken: TestContext.Current.CancellationToken
        );
        await foreach (var row in rows)
        {
            Assert.Equal(bericht.BerichtId[..7], row.PartitionKey);
        }
    }

    [Fact]
    public async Task Old_work_is_found_and_young_work_is_left_alone()
    {
        var old = new InProgress(NewId(), "050390000001", Now.AddYears(-1));
        var young = new InProgress(NewId(), "050390000001", Now);
        await _inProgress.RenewAsync(old, TestContext.Current.CancellationToken);
        await _inProgress.RenewAsync(young, TestContext.Current.CancellationToken);

        Assert.Equal([old], (await BeforeAsync(Now.AddDays(-1))).Select(work => work with { Version = null }));
        Assert.True(await _inProgress.HasAsync(old.BerichtId, TestContext.Current.CancellationToken));
        Assert.False(await _inProgress.HasAsync(NewId(), TestContext.Current.CancellationToken));

        await _inProgress.RemoveAsync(old.BerichtId, TestContext.Current.CancellationToken);
        await _inProgress.RemoveAsync(old.BerichtId, TestContext.Current.CancellationToken);
        Assert.Empty(await BeforeAsync(Now.AddDays(-1)));
    }

    [Fact]
    public async Task More_findings_than_a_row_holds_are_cut_and_counted()
    {
        var bevinding = new Bevinding(1, "XSD", null, "/Bericht/Client/StopProducten/StopProduct[123]", 1, 1, new string('é', 400));
        var refusal = new Refusal
        {
            Reference = Guid.NewGuid().ToString("N"),
            Deelnemer = "90000001",
            Bevindingen = [.. Enumerable.Repeat(bevinding, 100)],
            BevindingCount = 12_345,
            Archief = new ArchiefReference("geweigerd-90000001", "2026/07/20/x.xml"),
            Sha256 = new string('0', 64),
            Length = 1,
            Received = Now,
        };

        await new TableRefusals(StorageAccount.With(_connection, new DependencyLimit(Patience.Longest))).AddAsync(
            refusal,
            TestContext.Current.CancellationToken
        );

        var row = (
            await new TableClient(_connection, "weigeringen").GetEntityAsync<TableEntity>(
                "90000001",
                refusal.Reference,
                cancellationToken: TestContext.Current.CancellationToken
            )
        ).Value;
        Assert.Equal(12_345, row.GetInt32("AantalBevindingen"));
        Assert.NotEmpty(BevindingText.Read(row.GetString("Bevindingen")));
    }

    private static string NewId() => $"0503-{Guid.NewGuid():N}";

    private static BerichtStatus Bericht() =>
        new()
        {
            BerichtId = NewId(),
            Header = new BerichtHeader
            {
                Kind = Standard.Find("JW307")!,
                Afzender = "90000001",
                Ontvanger = "0503",
                Identificatie = "T1",
                Dagtekening = new DateOnly(2026, 7, 20),
                DagtekeningText = "2026-07-20",
                BasisschemaXsdVersie = "1.0.0",
                BerichtXsdVersie = "1.0.0",
            },
            Oordeel = Oordeel.Approved,
            Bevindingen = [],
            BevindingCount = 0,
            Archief = new ArchiefReference("archief-0503", "2026/07/20/x.xml"),
            Sha256 = new string('0', 64),
            Length = 1234,
            Ontvangstdatum = new DateOnly(2026, 7, 20),
            Trail = new Trail
            {
                Received = Now,
                Checked = Now,
                Archived = Now,
            },
        };

    private async Task<List<InProgress>> BeforeAsync(DateTimeOffset limit)
    {
        var found = new List<InProgress>();
        await foreach (var work in _inProgress.BeforeAsync(limit, TestContext.Current.CancellationToken))
        {
            found.Add(work);
        }
        return found;
    }
}
