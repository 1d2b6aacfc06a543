using Azure.Data.Tables;
using Hub.Archief;
using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Berichten;

namespace Hub.Azure.Tests.Table;

public sealed class TableTests
{
    private static readonly DateTimeOffset Nu = new(2026, 7, 20, 12, 0, 0, 123, TimeSpan.Zero);

    private readonly string _verbinding;
    private readonly TableBerichten _berichten;
    private readonly TableOnderhanden _onderhanden;

    public TableTests(Azurite azurite)
    {
        _verbinding = azurite.NieuweVerbinding();
        _berichten = new TableBerichten(Opslagaccount.Met(_verbinding, new DependencyLimit(Patience.Longest)));
        _onderhanden = new TableOnderhanden(Opslagaccount.Met(_verbinding, new DependencyLimit(Patience.Longest)));
    }

    [Fact]
    public async Task A_bericht_comes_back_as_it_was_stored()
    {
        var bericht = Bericht() with
        {
            Oordeel = Oordeel.Afgekeurd,
            Bevindingen = [new Bevinding(2, "TR101", "0001", "/Bericht/Client", 3, 4, "Sleutel komt vaker voor.")],
            AantalBevindingen = 1,
            Retour = "0503-ffffffffffffffffffffffffffffffff",
        };

        Assert.NotNull(await _berichten.VoegToeAsync(bericht, TestContext.Current.CancellationToken));
        var gelezen = await _berichten.ZoekAsync(bericht.BerichtId, TestContext.Current.CancellationToken);

        Assert.NotNull(gelezen!.Versie);
        Assert.Equal(bericht.Bevindingen, gelezen.Bevindingen);
        Assert.Equal(bericht with { Bevindingen = gelezen.Bevindingen, Versie = gelezen.Versie }, gelezen);
        Assert.Null(await _berichten.ZoekAsync(NieuwId(), TestContext.Current.CancellationToken));
        Assert.Null(await _berichten.ZoekAsync("x' or 1 eq 1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_bericht_is_added_once()
    {
        var bericht = Bericht();

        Assert.NotNull(await _berichten.VoegToeAsync(bericht, TestContext.Current.CancellationToken));
        Assert.Null(await _berichten.VoegToeAsync(bericht with { Lengte = 99 }, TestContext.Current.CancellationToken));
        Assert.Equal(bericht.Lengte, (await _berichten.ZoekAsync(bericht.BerichtId, TestContext.Current.CancellationToken))!.Lengte);
    }

    [Fact]
    public async Task Of_two_who_change_what_they_read_one_wins()
    {
        var bericht = Bericht();
        await _berichten.VoegToeAsync(bericht, TestContext.Current.CancellationToken);
        var gelezen = (await _berichten.ZoekAsync(bericht.BerichtId, TestContext.Current.CancellationToken))!;

        await _berichten.WerkBijAsync([gelezen with { Spoor = gelezen.Spoor with { Verwerkt = Nu } }], TestContext.Current.CancellationToken);
        var fout = await Assert.ThrowsAsync<OpslagException>(() => _berichten.WerkBijAsync([gelezen], TestContext.Current.CancellationToken));

        Assert.Equal(OpslagFout.Conflict, fout.Fout);
        Assert.True((await _berichten.ZoekAsync(bericht.BerichtId, TestContext.Current.CancellationToken))!.IsVerwerkt);
    }

    [Fact]
    public async Task A_header_with_any_characters_the_standard_allows_is_kept()
    {
        var bericht = Bericht();
        bericht = bericht with { Kop = bericht.Kop with { Identificatie = "é/\\#?'\"&<𝄞", Dagtekening = null, DagtekeningTekst = "12026-07-20" } };

        await _berichten.VoegToeAsync(bericht, TestContext.Current.CancellationToken);

        Assert.Equal(bericht.Kop, (await _berichten.ZoekAsync(bericht.BerichtId, TestContext.Current.CancellationToken))!.Kop);
    }

    [Fact]
    public async Task The_keys_hold_gemeente_and_hash_only()
    {
        var bericht = Bericht();
        await _berichten.VoegToeAsync(bericht, TestContext.Current.CancellationToken);

        var rijen = new TableClient(_verbinding, "berichten").QueryAsync<TableEntity>(
            rij => rij.RowKey == bericht.BerichtId, cancellationToken: TestContext.Current.CancellationToken);
        await foreach (var rij in rijen) Assert.Equal(bericht.BerichtId[..7], rij.PartitionKey);
    }

    [Fact]
    public async Task Old_work_is_found_and_young_work_is_left_alone()
    {
        var oud = new Onderhanden(NieuwId(), "050390000001", Nu.AddYears(-1));
        var jong = new Onderhanden(NieuwId(), "050390000001", Nu);
        await _onderhanden.VoegToeAsync(oud, TestContext.Current.CancellationToken);
        await _onderhanden.VoegToeAsync(oud with { Sinds = Nu }, TestContext.Current.CancellationToken);
        await _onderhanden.VoegToeAsync(jong, TestContext.Current.CancellationToken);

        Assert.Equal([oud], (await VoorAsync(Nu.AddDays(-1))).Select(werk => werk with { Versie = null }));
        Assert.True(await _onderhanden.HasAsync(oud.BerichtId, TestContext.Current.CancellationToken));
        Assert.False(await _onderhanden.HasAsync(NieuwId(), TestContext.Current.CancellationToken));

        await _onderhanden.VerwijderAsync(oud.BerichtId, TestContext.Current.CancellationToken);
        await _onderhanden.VerwijderAsync(oud.BerichtId, TestContext.Current.CancellationToken);
        Assert.Empty(await VoorAsync(Nu.AddDays(-1)));
    }

    [Fact]
    public async Task More_findings_than_a_row_holds_are_cut_and_counted()
    {
        var bevinding = new Bevinding(1, "XSD", null, "/Bericht/Client/StopProducten/StopProduct[123]", 1, 1, new string('é', 400));
        var weigering = new Weigering
        {
            Kenmerk = Guid.NewGuid().ToString("N"),
            Deelnemer = "90000001",
            Bevindingen = [.. Enumerable.Repeat(bevinding, 100)],
            AantalBevindingen = 12_345,
            Archief = new ArchiefVerwijzing("geweigerd-90000001", "2026/07/20/x.xml"),
            Sha256 = new string('0', 64),
            Lengte = 1,
            Ontvangen = Nu,
        };

        await new TableWeigeringen(Opslagaccount.Met(_verbinding, new DependencyLimit(Patience.Longest))).VoegToeAsync(weigering, TestContext.Current.CancellationToken);

        var rij = (await new TableClient(_verbinding, "weigeringen").GetEntityAsync<TableEntity>(
            "90000001", weigering.Kenmerk, cancellationToken: TestContext.Current.CancellationToken)).Value;
        Assert.Equal(12_345, rij.GetInt32("AantalBevindingen"));
        Assert.NotEmpty(Bevindingentekst.Lees(rij.GetString("Bevindingen")));
    }

    private static string NieuwId() => $"0503-{Guid.NewGuid():N}";

    private static BerichtStatus Bericht() => new()
    {
        BerichtId = NieuwId(),
        Kop = new Berichtkop
        {
            Soort = Standaard.Zoek("JW307")!,
            Afzender = "90000001",
            Ontvanger = "0503",
            Identificatie = "T1",
            Dagtekening = new DateOnly(2026, 7, 20),
            DagtekeningTekst = "2026-07-20",
            BasisschemaXsdVersie = "1.0.0",
            BerichtXsdVersie = "1.0.0",
        },
        Oordeel = Oordeel.Goedgekeurd,
        Bevindingen = [],
        AantalBevindingen = 0,
        Archief = new ArchiefVerwijzing("archief-0503", "2026/07/20/x.xml"),
        Sha256 = new string('0', 64),
        Lengte = 1234,
        Ontvangstdatum = new DateOnly(2026, 7, 20),
        Spoor = new Spoor { Ontvangen = Nu, Gecontroleerd = Nu, Gearchiveerd = Nu },
    };

    private async Task<List<Onderhanden>> VoorAsync(DateTimeOffset grens)
    {
        var gevonden = new List<Onderhanden>();
        await foreach (var werk in _onderhanden.VoorAsync(grens, TestContext.Current.CancellationToken)) gevonden.Add(werk);
        return gevonden;
    }
}
