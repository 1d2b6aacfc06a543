using Azure;
using Azure.Data.Tables;
using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Postbus;
using Hub.Termijnen;

namespace Hub.Azure.Tests.Table;

/// <summary>A row that is not what it should be, whatever is wrong with it, keeps no other from being given.</summary>
public sealed class UnreadableRowTests(Azurite azurite)
{
    private const string Code = "90000004";
    private static readonly Paar Paar = new("0503", "90000004");

    private readonly string _connection = azurite.NieuweVerbinding();
    private readonly Heard _heard = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, object?> Faults => new()
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
        var postbus = new TablePostbus(Opslagaccount.Met(_connection, new DependencyLimit(Patience.Longest)), TimeProvider.System, _heard);
        var stukken = Enumerable.Range(0, 3).Select(_ => Stuk()).ToList();
        foreach (var stuk in stukken) await postbus.LegNeerAsync(Code, stuk, Stop);
        foreach (var nummer in (int[])[2, 3]) await BreakAsync("postbus", Code, $"v{nummer:D19}", property, value);

        var page = await postbus.LijstAsync(Code, 0, 10, Stop);
        var last = await postbus.LijstAsync(Code, 2, 10, Stop);

        Assert.Equal([stukken[0]], page.Stukken.Select(liggend => liggend.Stuk));
        Assert.Equal([stukken[1].Id, stukken[2].Id], page.Unreadable);
        Assert.Equal((3L, 3L, false), (page.Last, last.Last, last.IsEmpty));
        Assert.Contains($"postbus {stukken[1].Id}", _heard.Rows);
        // It can still be confirmed, and then it is gone.
        Assert.True(await postbus.BevestigAsync(Code, stukken[1].Id, Stop));
        Assert.Equal([stukken[2].Id], (await postbus.LijstAsync(Code, 1, 10, Stop)).Unreadable);
    }

    [Fact]
    public async Task What_is_late_gives_the_rest_and_names_the_bericht()
    {
        var klokken = new TableKlokken(Opslagaccount.Met(_connection, new DependencyLimit(Patience.Longest)), _heard);
        List<Klok> late = [Klok(1), Klok(2), Klok(3)];
        foreach (var klok in late) await klokken.MeldTeLaatAsync(klok, Stop);
        await BreakAsync("telaat", Code, KeyOf(late[0]), "Soort", 999);
        await BreakAsync("telaat", Code, KeyOf(late[1]), "Uiterlijk", "gisteren");

        var page = await klokken.TeLaatAsync(Code, null, 10, Stop);

        Assert.Equal([late[2].Sleutel], page.Klokken.Select(klok => klok.Sleutel));
        Assert.Equal(late[..2].Select(klok => klok.Zetting!.BerichtId), page.Unreadable);
    }

    [Fact]
    public async Task The_agenda_gives_the_rest()
    {
        var klokken = new TableKlokken(Opslagaccount.Met(_connection, new DependencyLimit(Patience.Longest)), _heard);
        await klokken.ZetOpAgendaAsync([Klok(1)], Stop);
        var agenda = new TableClient(_connection, "agenda");
        await agenda.AddEntityAsync(new TableEntity("1", "x.y"), Stop);
        await agenda.AddEntityAsync(new TableEntity("2020-01-01", "zonder"), Stop);

        var punten = new List<Agendapunt>();
        await foreach (var punt in klokken.AgendaVoorAsync(new DateOnly(2026, 12, 31), Stop)) punten.Add(punt);

        Assert.Equal([Klok(1).Sleutel], punten.Select(punt => punt.Sleutel));
        Assert.Equal(2, _heard.Rows.Count);
    }

    [Fact]
    public async Task All_berichten_are_gone_through_but_for_the_one_and_without_someone_who_hears_of_it_they_are_not()
    {
        var account = Opslagaccount.Met(_connection, new DependencyLimit(Patience.Longest));
        var berichten = new TableBerichten(account, _heard);
        List<string> ids = [Id(1), Id(2), Id(3)];
        var table = new TableClient(_connection, "berichten");
        await table.CreateIfNotExistsAsync(Stop);
        foreach (var id in ids) await table.AddEntityAsync(new TableEntity(id[..7], id), Stop);

        await foreach (var _ in berichten.AlleAsync(null, Stop)) Assert.Fail("None of them can be read.");

        Assert.Equal(ids.Select(id => "berichten " + id), _heard.Rows);
        var fault = await Assert.ThrowsAsync<UnreadableRowException>(() => berichten.ZoekAsync(ids[1], Stop));
        Assert.Equal($"tabel berichten: rij {ids[1]} is niet te lezen.", fault.Message);
        await Assert.ThrowsAsync<UnreadableRowException>(async () =>
        {
            await foreach (var _ in new TableBerichten(account).AlleAsync(null, Stop)) Assert.Fail("None of them can be read.");
        });
    }

    private static string Id(int number) => $"0503-{number:D2}{new string('0', 30)}";

    private static Poststuk Stuk()
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
            AantalBevindingen = 0,
            Lengte = 1,
        };
    }

    private static Klok Klok(int number) => new()
    {
        Paar = Paar,
        Sleutel = Kloksleutel.Start(number),
        Zetting = new Klokzetting
        {
            Soort = Kloksoort.Start,
            BerichtId = Id(number),
            Berichtsoort = "JW301",
            Identificatie = "A",
            AanZet = Code,
            Uiterlijk = new DateOnly(2026, 1, number),
            GezetDoor = Id(number),
            Rang = "1",
        },
    };

    private static string KeyOf(Klok klok) => $"{klok.Zetting!.Uiterlijk:yyyy-MM-dd}.{klok.Paar}.{klok.Sleutel}";

    private async Task BreakAsync(string table, string partition, string key, string property, object? value)
    {
        var client = new TableClient(_connection, table);
        var row = (await client.GetEntityAsync<TableEntity>(partition, key, cancellationToken: Stop)).Value;
        row.Remove(property);
        if (value is not null) row[property] = value;
        await client.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Stop);
    }

    private sealed class Heard : IUnreadableRows
    {
        public List<string> Rows { get; } = [];

        public void Report(UnreadableRowException row, string fault) => Rows.Add($"{row.Table} {row.Id}");
    }
}
