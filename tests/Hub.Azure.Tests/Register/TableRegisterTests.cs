using System.Globalization;
using System.Text;
using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Berichten;
using Hub.Register;
using Ijw;
using Ijw.Dossiers.Facts;
using Ijw.Examples;
using Ijw.Inhoud;

namespace Hub.Azure.Tests.Register;

public sealed class TableRegisterTests(Azurite azurite, ITestOutputHelper uitvoer)
{
    private static readonly DateTimeOffset Moment = new(2026, 6, 1, 8, 30, 0, TimeSpan.Zero);
    private static readonly Clientsleutels Sleutels = new("1", Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000000"));

    private readonly string _verbinding = azurite.NieuweVerbinding();

    private sealed record Zaak(string Id, Berichtinhoud Inhoud, Uitslag Uitslag);

    [Fact]
    public async Task Any_order_and_any_number_of_times_gives_the_same_bytes()
    {
        var zaken = Zaken(45);
        foreach (var zaak in zaken) await SchrijfAsync(Register("eerste"), zaak);
        var verwacht = await RegisterInhoud.LeesAsync(_verbinding, "eerste");

        var toeval = new Random(5);
        var stroom = zaken.Concat(zaken.Where((_, nummer) => nummer % 3 == 0)).OrderBy(_ => toeval.Next()).ToList();
        // Before a bericht is answered it is pending; what it comes to in the end is what holds.
        foreach (var zaak in zaken.Where((_, nummer) => nummer % 2 == 0)) await SchrijfAsync(Register("tweede"), zaak with { Uitslag = Uitslag.Open });
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 3), TestContext.Current.CancellationToken, async (deel, _) =>
            {
                for (var i = deel; i < stroom.Count; i += 3) await SchrijfAsync(Register("tweede"), stroom[i]);
            });

        Assert.Equal(verwacht, await RegisterInhoud.LeesAsync(_verbinding, "tweede"));
    }

    [Fact]
    public async Task A_bericht_is_pending_then_holds_then_counts_as_never_sent()
    {
        var zaak = Zaken(60).First(zaak => zaak.Inhoud is Toewijzingsbericht);

        await SchrijfAsync(Register("stand"), zaak with { Uitslag = Uitslag.Open });
        Assert.All(await LeesAsync("stand", zaak), feit => Assert.Equal(Feitstaat.Open, feit.Herkomst.Staat));
        await SchrijfAsync(Register("stand"), zaak with { Uitslag = Uitslag.Aanvaard });
        var aanvaard = await LeesAsync("stand", zaak);
        Assert.All(aanvaard, feit => Assert.Equal(Feitstaat.Aanvaard, feit.Herkomst.Staat));
        Assert.Contains(aanvaard, feit => feit is Toewijzingsversie);
        await SchrijfAsync(Register("stand"), zaak with { Uitslag = Uitslag.Afgewezen });

        // Its Identificatie stays used, and nothing else is left: no empty documents either.
        Assert.IsType<Identificatiegebruik>(Assert.Single(await LeesAsync("stand", zaak)));
        Assert.Equal(["I", "sleutel"], (await RegisterInhoud.LeesAsync(_verbinding, "stand")).Keys.Select(sleutel => Soort(sleutel)));
    }

    [Fact]
    public async Task Of_two_who_write_what_they_both_read_the_second_must_look_again()
    {
        var zaken = Zaken(2);
        var een = zaken[0];
        var twee = een with { Id = "0503-twee" };
        var (sessie, laat) = (Register("strijd").Open(), Register("strijd").Open());
        await Registratie.LaadAsync(sessie, een.Inhoud, een.Id, TestContext.Current.CancellationToken);
        await Registratie.LaadAsync(laat, twee.Inhoud, twee.Id, TestContext.Current.CancellationToken);

        await sessie.SchrijfAsync([RegisterChange.Of(een.Inhoud, Uitslag.Open, een.Id, Moment)], TestContext.Current.CancellationToken);
        var fout = await Assert.ThrowsAsync<OpslagException>(() =>
            laat.SchrijfAsync([RegisterChange.Of(twee.Inhoud, Uitslag.Open, twee.Id, Moment)], TestContext.Current.CancellationToken));

        Assert.Equal(OpslagFout.Conflict, fout.Fout);
        await SchrijfAsync(Register("strijd"), twee);
        Assert.Equal(2, (await LeesAsync("strijd", een)).Select(feit => feit.Herkomst.BerichtId).Distinct().Count());
    }

    [Fact]
    public async Task A_document_that_someone_else_removed_is_a_conflict_too()
    {
        var zaak = Zaken(60).First(zaak => zaak.Inhoud is Toewijzingsbericht);
        await SchrijfAsync(Register("weg"), zaak with { Uitslag = Uitslag.Aanvaard });
        var sessie = Register("weg").Open();
        await Registratie.LaadAsync(sessie, zaak.Inhoud, zaak.Id, TestContext.Current.CancellationToken);
        await SchrijfAsync(Register("weg"), zaak with { Uitslag = Uitslag.Afgewezen });

        var fout = await Assert.ThrowsAsync<OpslagException>(() =>
            sessie.SchrijfAsync([RegisterChange.Of(zaak.Inhoud, Uitslag.Open, zaak.Id, Moment)], TestContext.Current.CancellationToken));

        Assert.Equal(OpslagFout.Conflict, fout.Fout);
    }

    [Fact]
    public async Task What_does_not_fit_in_one_row_goes_over_more_and_goes_away_as_a_whole()
    {
        const int aantal = 45_000;
        var herkomst = new Herkomst("0503-groot", "JW323", "0503", "90000001", Moment, new DateOnly(2026, 6, 1), Feitstaat.Open);
        var client = Sleutels.Van("999900006");
        var feiten = Enumerable.Range(0, aantal).Select(nummer => new Prestatiemelding(herkomst, nummer, Prestatieuitslag.Open, Prestatie(client, nummer, 7))).ToList();
        var document = feiten[0].Documenten.ToHashSet();
        await Register("groot").Open().SchrijfAsync([new RegisterChange(herkomst.BerichtId, document, feiten)], TestContext.Current.CancellationToken);

        var gelezen = (await Register("groot").Open().LeesAsync(document, TestContext.Current.CancellationToken)).ToList();

        Assert.Equal(feiten, gelezen);
        Assert.Equal(["T", "T", "sleutel"], (await RegisterInhoud.LeesAsync(_verbinding, "groot")).Keys.Select(sleutel => Soort(sleutel)));
        await Register("groot").Open().SchrijfAsync([new RegisterChange(herkomst.BerichtId, document, feiten[..10])], TestContext.Current.CancellationToken);
        Assert.Equal(10, (await Register("groot").Open().LeesAsync(document, TestContext.Current.CancellationToken)).Count());
        await Register("groot").Open().SchrijfAsync([new RegisterChange(herkomst.BerichtId, document, [])], TestContext.Current.CancellationToken);
        Assert.Equal(["sleutel"], (await RegisterInhoud.LeesAsync(_verbinding, "groot")).Keys.Select(sleutel => Soort(sleutel)));
    }

    /// <summary>What it takes does not depend on what the aanbieder declared before: of that nothing is read or written.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public async Task A_declaratie_of_10_000_prestaties_takes_the_same_whatever_was_declared_before(int earlier)
    {
        const int toewijzingen = 2_000;
        const int perToewijzing = 5;
        var tabel = $"figuur{earlier}";
        await ToewijzenAsync(tabel, toewijzingen);
        await DeclareAsync(tabel, earlier);
        var inhoud = Inhoudlezer.Lees(Declaratie(toewijzingen, perToewijzing), Sleutels.Van)!;
        var change = RegisterChange.Of(inhoud, Uitslag.Aanvaard, "0503-declaratie", Moment);
        var sessie = Register(tabel).Open();
        await sessie.LeesAsync(new HashSet<Documentsleutel> { new(Documentsoort.Declaraties, "0518-90000009", "") }, TestContext.Current.CancellationToken);
        using var calls = new StorageCalls(_verbinding);

        sessie.ExpectEmpty(change.ExpectedEmpty);
        var dossier = await Registratie.LaadAsync(sessie, inhoud, "0503-declaratie", TestContext.Current.CancellationToken);
        var read = calls.Take();
        await sessie.SchrijfAsync([change], TestContext.Current.CancellationToken);
        var written = calls.Take();

        uitvoer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {earlier:N0} prestaties: {read.Count} calls to read, {written.Count} to write {written.Up:N0} bytes"));
        Assert.True(dossier.Gevraagd.Count > toewijzingen);
        Assert.InRange(read.Count, 1, 6);
        Assert.InRange(written.Count, 100, 130);
        Assert.InRange(written.Up, 1, 16_000_000);
    }

    /// <summary>Seldom: a number that was used before. Then all are looked up, twelve in a call.</summary>
    [Fact]
    public async Task A_number_that_was_used_before_is_found_and_then_all_are_looked_up()
    {
        await ToewijzenAsync("gebruikt", 20);
        await DeclareAsync("gebruikt", 5_000);
        var declaratie = Encoding.UTF8.GetString(Declaratie(20, 5)).Replace(">R7<", ">Q4321<", StringComparison.Ordinal);
        var inhoud = Inhoudlezer.Lees(Encoding.UTF8.GetBytes(declaratie), Sleutels.Van)!;
        var change = RegisterChange.Of(inhoud, Uitslag.Aanvaard, "0503-declaratie", Moment);
        var blind = Register("gebruikt").Open();
        blind.ExpectEmpty(change.ExpectedEmpty);

        var fault = await Assert.ThrowsAsync<OpslagException>(() => blind.SchrijfAsync([change], TestContext.Current.CancellationToken));
        using var calls = new StorageCalls(_verbinding);
        var feiten = await Register("gebruikt").Open().LeesAsync(change.ExpectedEmpty.ToHashSet(), TestContext.Current.CancellationToken);

        Assert.Equal(OpslagFout.Conflict, fault.Fout);
        Assert.Equal("0503-eerder-0", feiten.OfType<Referentiegebruik>().Single(feit => feit.ReferentieNummer == "Q4321").Herkomst.BerichtId);
        Assert.InRange(calls.Take().Count, 5, 20);
    }

    [Fact]
    public async Task What_was_expected_to_be_empty_and_judged_by_must_be_claimed()
    {
        var zaak = Zaken(60).First(zaak => zaak.Inhoud is Declaratiebericht);
        var change = RegisterChange.Of(zaak.Inhoud, Uitslag.Afgewezen, zaak.Id, Moment);
        var (judged, unseen) = (Register("verwacht").Open(), Register("verwacht").Open());
        var expected = RegisterChange.Of(zaak.Inhoud, Uitslag.Open, zaak.Id, Moment).ExpectedEmpty.ToList();
        judged.ExpectEmpty(expected);
        unseen.ExpectEmpty(expected);
        await Registratie.LaadAsync(judged, zaak.Inhoud, zaak.Id, TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<OpslagException>(() => judged.SchrijfAsync([change], TestContext.Current.CancellationToken));
        await unseen.SchrijfAsync([change], TestContext.Current.CancellationToken);

        Assert.Equal(OpslagFout.Conflict, fault.Fout);
        Assert.IsType<Identificatiegebruik>(Assert.Single(await LeesAsync("verwacht", zaak)));
    }

    [Fact]
    public async Task A_bericht_and_its_answer_go_in_together_and_who_read_their_conversation_before_must_look_again()
    {
        var heen = Zaken(60).First(zaak => zaak.Inhoud is Startbericht);
        var kop = heen.Inhoud.Kop;
        var antwoord = new Retourmelding(
            new Herkomst("0503-antwoord", "JW306", kop.Gemeente, kop.Aanbieder, Moment.AddMinutes(1), new DateOnly(2026, 6, 1), Feitstaat.Aanvaard), 0, "JW305", kop.Afzender, kop.Identificatie, true);
        var (eerst, laat) = (Register("samen").Open(), Register("samen").Open());
        var own = RegisterChange.Of(heen.Inhoud, Uitslag.Aanvaard, heen.Id, Moment);
        await laat.LeesAsync(own.Documenten, TestContext.Current.CancellationToken);

        await eerst.SchrijfAsync([own, new RegisterChange("0503-antwoord", antwoord.Documenten.ToHashSet(), [antwoord])], TestContext.Current.CancellationToken);
        var fault = await Assert.ThrowsAsync<OpslagException>(() => laat.SchrijfAsync(
            [RegisterChange.Of(heen.Inhoud, Uitslag.Open, heen.Id, Moment)], TestContext.Current.CancellationToken));

        Assert.Equal(OpslagFout.Conflict, fault.Fout);
        Assert.Single((await RegisterInhoud.LeesAsync(_verbinding, "samen")).Keys, sleutel => Soort(sleutel) == "I");
    }

    [Fact]
    public async Task No_BSN_stands_in_the_register_and_a_register_of_another_key_is_refused()
    {
        foreach (var zaak in Zaken(20)) await SchrijfAsync(Register("sleutels"), zaak);
        var bsns = Enumerable.Range(1, 20).SelectMany(seed => Bsns(Maak(Zaaksoort(seed), seed))).ToHashSet();
        Assert.NotEmpty(bsns);

        foreach (var (sleutel, waarde) in await RegisterInhoud.LeesAsync(_verbinding, "sleutels"))
        {
            Assert.DoesNotContain(bsns, bsn => sleutel.Contains(bsn, StringComparison.Ordinal));
            Assert.DoesNotContain(bsns, bsn => waarde.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(bsn)), StringComparison.Ordinal));
        }

        var anders = new Clientsleutels("2", Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000000"));
        var sessie = new TableRegister(Opslagaccount.Met(_verbinding, new DependencyLimit(Patience.Longest)), "sleutels", anders).Open();
        var document = new HashSet<Documentsleutel> { new(Documentsoort.Declaraties, "0503-90000001", "") };
        await Assert.ThrowsAsync<InvalidOperationException>(() => sessie.LeesAsync(document, TestContext.Current.CancellationToken));
    }

    private static string Soort(string sleutel) => sleutel.Split(' ')[1] is "sleutel" ? "sleutel" : sleutel.Split(' ')[1][..1];

    private static string Zaaksoort(int seed) => Standaard.Berichtsoorten[seed % Standaard.Berichtsoorten.Count].Naam;

    private static byte[] Maak(string soort, int seed) => Berichtgenerator.Maak(
        Standaard.Zoek(soort)!, seed, new GeneratorOpties { Gemeente = seed % 2 == 0 ? "0503" : "0518", Aanbieder = seed % 3 == 0 ? "90000002" : "90000001" });

    private static IEnumerable<string> Bsns(byte[] bericht) =>
        System.Text.RegularExpressions.Regex.Matches(Encoding.UTF8.GetString(bericht), "Bsn>([0-9]{9})<").Select(match => match.Groups[1].Value);

    /// <summary>Berichten of all kinds of two gemeenten and two aanbieders, each with what it has come to.</summary>
    private static List<Zaak> Zaken(int aantal) =>
    [
        .. Enumerable.Range(1, aantal).Select(seed =>
        {
            var inhoud = Inhoudlezer.Lees(Maak(Zaaksoort(seed), seed), Sleutels.Van)!;
            return new Zaak($"0503-{seed:D4}", inhoud, (seed % 4) switch { 0 => Uitslag.Open, 1 => Uitslag.Afgewezen, _ => Uitslag.Aanvaard });
        }),
    ];

    private static Prestatie Prestatie(Clientsleutel client, int nummer, int toewijzing) => new()
    {
        Client = client,
        ReferentieNummer = string.Create(CultureInfo.InvariantCulture, $"P{nummer:D9}"),
        ToewijzingNummer = toewijzing,
        ProductCategorie = "45",
        ProductCode = "45A04",
        Periode = new Periode(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31)),
        GeleverdVolume = 12,
        Eenheid = "04",
        ProductTarief = 9150,
        Bedrag = 109800,
        IsCredit = false,
    };

    /// <summary>So many numbers that the aanbieder used before, ten thousand in a declaratie.</summary>
    private async Task DeclareAsync(string tabel, int count)
    {
        const int perDeclaratie = 10_000;
        for (var first = 0; first < count; first += perDeclaratie)
        {
            var herkomst = new Herkomst($"0503-eerder-{first / perDeclaratie}", "JW323", "0518", "90000001", Moment.AddYears(-1), new DateOnly(2025, 6, 1), Feitstaat.Aanvaard);
            var feiten = Enumerable.Range(first, Math.Min(perDeclaratie, count - first)).Select(number => new Referentiegebruik(herkomst, number - first, $"Q{number}", 7)).ToList();
            var sessie = Register(tabel).Open();
            var change = new RegisterChange(herkomst.BerichtId, feiten.SelectMany(feit => feit.Documenten).ToHashSet(), feiten);
            sessie.ExpectEmpty(change.ExpectedEmpty);
            await sessie.SchrijfAsync([change], TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A client per ten toewijzingen, each with a year of what was there before.</summary>
    private async Task ToewijzenAsync(string tabel, int aantal)
    {
        var herkomst = new Herkomst("0503-toewijzing", "JW301", "0503", "90000001", Moment.AddYears(-1), new DateOnly(2025, 6, 1), Feitstaat.Aanvaard);
        var feiten = Enumerable.Range(0, aantal).Select(nummer => new Toewijzingsversie(herkomst, nummer, Client(nummer), new ToegewezenProduct
        {
            ToewijzingNummer = nummer + 1,
            Product = new Product("45", "45A04"),
            Toewijzingsdatum = new DateOnly(2025, 5, 1),
            Toewijzingstijd = TimeSpan.FromHours(9),
            Ingangsdatum = new DateOnly(2025, 6, 1),
            Einddatum = new DateOnly(2026, 12, 31),
        })).ToList();
        var documenten = feiten.SelectMany(feit => feit.Documenten).ToHashSet();
        await Register(tabel).Open().SchrijfAsync([new RegisterChange(herkomst.BerichtId, documenten, feiten)], TestContext.Current.CancellationToken);
    }

    private static Clientsleutel Client(int toewijzing) => Sleutels.Van(Bsn(toewijzing));

    private static string Bsn(int toewijzing) => (900_000_000 + (toewijzing / 10)).ToString(CultureInfo.InvariantCulture);

    private static byte[] Declaratie(int toewijzingen, int perToewijzing)
    {
        var xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <m:Bericht xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" xmlns:m="http://www.istandaarden.nl/ijw/3_2/jw323/schema">
            <m:Header><m:BerichtCode>490</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>
            <m:Afzender>90000001</m:Afzender><m:Ontvanger>0503</m:Ontvanger>
            <m:BerichtIdentificatie><i:Identificatie>D1</i:Identificatie><i:Dagtekening>2026-06-01</i:Dagtekening></m:BerichtIdentificatie>
            <m:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersie></m:Header>
            <m:Declaratie><m:DeclaratieNummer>D1</m:DeclaratieNummer>
            <m:DeclaratiePeriode><i:Begindatum>2026-05-01</i:Begindatum><i:Einddatum>2026-05-31</i:Einddatum></m:DeclaratiePeriode>
            <m:DeclaratieDagtekening>2026-06-01</m:DeclaratieDagtekening>
            <m:TotaalIngediendBedrag><i:TotaalBedrag>0</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></m:TotaalIngediendBedrag><m:Clienten>
            """);
        for (var client = 0; client < toewijzingen / 10; client++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<m:Client><m:Bsn>{Bsn(client * 10)}</m:Bsn><m:Prestaties>");
            for (var nummer = client * 10 * perToewijzing; nummer < (client + 1) * 10 * perToewijzing; nummer++)
            {
                xml.Append(CultureInfo.InvariantCulture, $"""
                    <m:Prestatie><m:ProductReferentie><i:ReferentieNummer>R{nummer}</i:ReferentieNummer></m:ProductReferentie>
                    <m:ToewijzingNummer>{(nummer / perToewijzing) + 1}</m:ToewijzingNummer><m:ProductCategorie>45</m:ProductCategorie><m:ProductCode>45A04</m:ProductCode>
                    <m:ProductPeriode><i:Begindatum>2026-05-01</i:Begindatum><i:Einddatum>2026-05-31</i:Einddatum></m:ProductPeriode>
                    <m:GeleverdVolume>12</m:GeleverdVolume><m:Eenheid>04</m:Eenheid><m:ProductTarief>9150</m:ProductTarief>
                    <m:IngediendBedrag><i:Bedrag>109800</i:Bedrag><i:DebetCredit>D</i:DebetCredit></m:IngediendBedrag></m:Prestatie>
                    """);
            }

            xml.Append("</m:Prestaties></m:Client>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</m:Clienten></m:Declaratie></m:Bericht>").ToString());
    }

    /// <summary>The register as another instance of the app has it.</summary>
    private TableRegister Register(string tabel) => new(Opslagaccount.Met(_verbinding, new DependencyLimit(Patience.Longest)), tabel, Sleutels);

    private static async Task SchrijfAsync(TableRegister register, Zaak zaak)
    {
        while (true)
        {
            try
            {
                var moment = Moment.AddMinutes(int.TryParse(zaak.Id.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) ? nummer : 0);
                await register.Open().SchrijfAsync([RegisterChange.Of(zaak.Inhoud, zaak.Uitslag, zaak.Id, moment)], TestContext.Current.CancellationToken);
                return;
            }
            catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
            {
                // Another wrote in the same document.
            }
        }
    }

    private async Task<List<Feit>> LeesAsync(string tabel, Zaak zaak)
    {
        var documenten = Feiten.Van(zaak.Inhoud, Uitslag.Open, zaak.Id, Moment).SelectMany(feit => feit.Documenten).ToHashSet();
        var feiten = await Register(tabel).Open().LeesAsync(documenten, TestContext.Current.CancellationToken);
        return [.. feiten.Distinct()];
    }
}
