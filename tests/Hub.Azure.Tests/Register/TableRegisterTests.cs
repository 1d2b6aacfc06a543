using System.Globalization;
using System.Text;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Berichten;
using Hub.Register;
using Ijw;
using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Examples;

namespace Hub.Azure.Tests.Register;

public sealed class TableRegisterTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private static readonly DateTimeOffset Moment = new(2026, 6, 1, 8, 30, 0, TimeSpan.Zero);
    private static readonly ClientKeys Keys = new("1", Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000000"));

    private readonly string _connection = azurite.NewConnection();

    private sealed record Matter(string Id, BerichtContent Content, Outcome Outcome);

    [Fact]
    public async Task Any_order_and_any_number_of_times_gives_the_same_bytes()
    {
        var matters = Matters(45);
        foreach (var matter in matters)
        {
            await WriteAsync(Register("eerste"), matter);
        }
        var expected = await RegisterContent.ReadAsync(_connection, "eerste");

        var chance = new Random(5);
        var stream = matters.Concat(matters.Where((_, number) => number % 3 == 0)).OrderBy(_ => chance.Next()).ToList();
        // Before a bericht is answered it is pending; what it comes to in the end is what holds.
        foreach (var matter in matters.Where((_, number) => number % 2 == 0))
        {
            await WriteAsync(Register("tweede"), matter with { Outcome = Outcome.Open });
        }
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 3),
            TestContext.Current.CancellationToken,
            async (part, _) =>
            {
                for (var i = part; i < stream.Count; i += 3)
                {
                    await WriteAsync(Register("tweede"), stream[i]);
                }
            }
        );

        Assert.Equal(expected, await RegisterContent.ReadAsync(_connection, "tweede"));
    }

    [Fact]
    public async Task A_bericht_is_pending_then_holds_then_counts_as_never_sent()
    {
        var matter = Matters(60).First(matter => matter.Content is ToewijzingBericht);

        await WriteAsync(Register("stand"), matter with { Outcome = Outcome.Open });
        Assert.All(await ReadAsync("stand", matter), fact => Assert.Equal(FactState.Open, fact.Origin.State));
        await WriteAsync(Register("stand"), matter with { Outcome = Outcome.Accepted });
        var accepted = await ReadAsync("stand", matter);
        Assert.All(accepted, fact => Assert.Equal(FactState.Accepted, fact.Origin.State));
        Assert.Contains(accepted, fact => fact is ToewijzingVersion);
        await WriteAsync(Register("stand"), matter with { Outcome = Outcome.Refused });

        // Its Identificatie stays used, and nothing else is left: no empty documents either.
        Assert.IsType<IdentificatieUse>(Assert.Single(await ReadAsync("stand", matter)));
        Assert.Equal(["I", "sleutel"], (await RegisterContent.ReadAsync(_connection, "stand")).Keys.Select(key => Kind(key)));
    }

    [Fact]
    public async Task Of_two_who_write_what_they_both_read_the_second_must_look_again()
    {
        var matters = Matters(2);
        var one = matters[0];
        var two = one with { Id = "0503-twee" };
        var (session, late) = (Register("strijd").Open(), Register("strijd").Open());
        await Registration.LoadAsync(session, one.Content, one.Id, TestContext.Current.CancellationToken);
        await Registration.LoadAsync(late, two.Content, two.Id, TestContext.Current.CancellationToken);

        await session.WriteAsync([RegisterChange.Of(one.Content, Outcome.Open, one.Id, Moment)], TestContext.Current.CancellationToken);
        var fault = await Assert.ThrowsAsync<StorageException>(() =>
            late.WriteAsync([RegisterChange.Of(two.Content, Outcome.Open, two.Id, Moment)], TestContext.Current.CancellationToken)
        );

        Assert.Equal(StorageFault.Conflict, fault.Fault);
        await WriteAsync(Register("strijd"), two);
        Assert.Equal(2, (await ReadAsync("strijd", one)).Select(fact => fact.Origin.BerichtId).Distinct().Count());
    }

    [Fact]
    public async Task A_document_that_someone_else_removed_is_a_conflict_too()
    {
        var matter = Matters(60).First(matter => matter.Content is ToewijzingBericht);
        await WriteAsync(Register("weg"), matter with { Outcome = Outcome.Accepted });
        var session = Register("weg").Open();
        await Registration.LoadAsync(session, matter.Content, matter.Id, TestContext.Current.CancellationToken);
        await WriteAsync(Register("weg"), matter with { Outcome = Outcome.Refused });

        var fault = await Assert.ThrowsAsync<StorageException>(() =>
            session.WriteAsync([RegisterChange.Of(matter.Content, Outcome.Open, matter.Id, Moment)], TestContext.Current.CancellationToken)
        );

        Assert.Equal(StorageFault.Conflict, fault.Fault);
    }

    [Fact]
    public async Task What_does_not_fit_in_one_row_goes_over_more_and_goes_away_as_a_whole()
    {
        const int count = 45_000;
        var origin = new Origin("0503-groot", "JW323", "0503", "90000001", Moment, new DateOnly(2026, 6, 1), FactState.Open);
        var client = Keys.Of("999900006");
        var facts = Enumerable
            .Range(0, count)
            .Select(number => new PrestatieNotice(origin, number, PrestatieOutcome.Open, Prestatie(client, number, 7)))
            .ToList();
        var document = facts[0].Documents.ToHashSet();
        await Register("groot")
            .Open()
            .WriteAsync([new RegisterChange(origin.BerichtId, document, facts)], TestContext.Current.CancellationToken);

        var read = (await Register("groot").Open().ReadAsync(document, TestContext.Current.CancellationToken)).ToList();

        Assert.Equal(facts, read);
        Assert.Equal(["T", "T", "sleutel"], (await RegisterContent.ReadAsync(_connection, "groot")).Keys.Select(key => Kind(key)));
        await Register("groot")
            .Open()
            .WriteAsync([new RegisterChange(origin.BerichtId, document, facts[..10])], TestContext.Current.CancellationToken);
        Assert.Equal(10, (await Register("groot").Open().ReadAsync(document, TestContext.Current.CancellationToken)).Count());
        await Register("groot")
            .Open()
            .WriteAsync([new RegisterChange(origin.BerichtId, document, [])], TestContext.Current.CancellationToken);
        Assert.Equal(["sleutel"], (await RegisterContent.ReadAsync(_connection, "groot")).Keys.Select(key => Kind(key)));
    }

    /// <summary>What it takes does not depend on what the aanbieder declared before: of that nothing is read or written.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public async Task A_declaratie_of_10_000_prestaties_takes_the_same_whatever_was_declared_before(int earlier)
    {
        const int toewijzingen = 2_000;
        const int perToewijzing = 5;
        var table = $"figuur{earlier}";
        await AssignAsync(table, toewijzingen);
        await DeclareAsync(table, earlier);
        var content = ContentReader.Read(Declaratie(toewijzingen, perToewijzing), Keys.Of)!;
        var change = RegisterChange.Of(content, Outcome.Accepted, "0503-declaratie", Moment);
        var session = Register(table).Open();
        await session.ReadAsync(
            new HashSet<DocumentKey> { new(DocumentKind.Declaraties, "0518-90000009", "") },
            TestContext.Current.CancellationToken
        );
        using var calls = new StorageCalls(_connection);

        session.ExpectEmpty(change.ExpectedEmpty);
        var dossier = await Registration.LoadAsync(session, content, "0503-declaratie", TestContext.Current.CancellationToken);
        var read = calls.Take();
        await session.WriteAsync([change], TestContext.Current.CancellationToken);
        var written = calls.Take();

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"after {earlier:N0} prestaties: {read.Count} calls to read, {written.Count} to write {written.Up:N0} bytes"
            )
        );
        Assert.True(dossier.Asked.Count > toewijzingen);
        Assert.InRange(read.Count, 1, 6);
        Assert.InRange(written.Count, 100, 130);
        Assert.InRange(written.Up, 1, 16_000_000);
    }

    /// <summary>Seldom: a number that was used before. Then all are looked up, twelve in a call.</summary>
    [Fact]
    public async Task A_number_that_was_used_before_is_found_and_then_all_are_looked_up()
    {
        await AssignAsync("gebruikt", 20);
        await DeclareAsync("gebruikt", 5_000);
        var declaratie = Encoding.UTF8.GetString(Declaratie(20, 5)).Replace(">R7<", ">Q4321<", StringComparison.Ordinal);
        var content = ContentReader.Read(Encoding.UTF8.GetBytes(declaratie), Keys.Of)!;
        var change = RegisterChange.Of(content, Outcome.Accepted, "0503-declaratie", Moment);
        var blind = Register("gebruikt").Open();
        blind.ExpectEmpty(change.ExpectedEmpty);

        var fault = await Assert.ThrowsAsync<StorageException>(() => blind.WriteAsync([change], TestContext.Current.CancellationToken));
        using var calls = new StorageCalls(_connection);
        var facts = await Register("gebruikt").Open().ReadAsync(change.ExpectedEmpty.ToHashSet(), TestContext.Current.CancellationToken);

        Assert.Equal(StorageFault.Conflict, fault.Fault);
        Assert.Equal("0503-eerder-0", facts.OfType<ReferenceUse>().Single(fact => fact.ReferentieNummer == "Q4321").Origin.BerichtId);
        Assert.InRange(calls.Take().Count, 5, 20);
    }

    [Fact]
    public async Task What_was_expected_to_be_empty_and_judged_by_must_be_claimed()
    {
        var matter = Matters(60).First(matter => matter.Content is DeclaratieBericht);
        var change = RegisterChange.Of(matter.Content, Outcome.Refused, matter.Id, Moment);
        var (judged, unseen) = (Register("verwacht").Open(), Register("verwacht").Open());
        var expected = RegisterChange.Of(matter.Content, Outcome.Open, matter.Id, Moment).ExpectedEmpty.ToList();
        judged.ExpectEmpty(expected);
        unseen.ExpectEmpty(expected);
        await Registration.LoadAsync(judged, matter.Content, matter.Id, TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<StorageException>(() => judged.WriteAsync([change], TestContext.Current.CancellationToken));
        await unseen.WriteAsync([change], TestContext.Current.CancellationToken);

        Assert.Equal(StorageFault.Conflict, fault.Fault);
        Assert.IsType<IdentificatieUse>(Assert.Single(await ReadAsync("verwacht", matter)));
    }

    [Fact]
    public async Task A_bericht_and_its_answer_go_in_together_and_who_read_their_conversation_before_must_look_again()
    {
        var heen = Matters(60).First(matter => matter.Content is Startbericht);
        var header = heen.Content.Header;
        var answer = new RetourNotice(
            new Origin(
                "0503-antwoord",
                "JW306",
                header.Gemeente,
                header.Aanbieder,
                Moment.AddMinutes(1),
                new DateOnly(2026, 6, 1),
                FactState.Accepted
            ),
            0,
            "JW305",
            header.Afzender,
            header.Identificatie,
            true
        );
        var (first, late) = (Register("samen").Open(), Register("samen").Open());
        var own = RegisterChange.Of(heen.Content, Outcome.Accepted, heen.Id, Moment);
        await late.ReadAsync(own.Documents, TestContext.Current.CancellationToken);

        await first.WriteAsync(
            [own, new RegisterChange("0503-antwoord", answer.Documents.ToHashSet(), [answer])],
            TestContext.Current.CancellationToken
        );
        var fault = await Assert.ThrowsAsync<StorageException>(() =>
            late.WriteAsync([RegisterChange.Of(heen.Content, Outcome.Open, heen.Id, Moment)], TestContext.Current.CancellationToken)
        );

        Assert.Equal(StorageFault.Conflict, fault.Fault);
        Assert.Single((await RegisterContent.ReadAsync(_connection, "samen")).Keys, key => Kind(key) == "I");
    }

    [Fact]
    public async Task No_BSN_stands_in_the_register_and_a_register_of_another_key_is_refused()
    {
        foreach (var matter in Matters(20))
        {
            await WriteAsync(Register("sleutels"), matter);
        }
        var bsns = Enumerable.Range(1, 20).SelectMany(seed => Bsns(Make(MatterKind(seed), seed))).ToHashSet();
        Assert.NotEmpty(bsns);

        foreach (var (key, value) in await RegisterContent.ReadAsync(_connection, "sleutels"))
        {
            Assert.DoesNotContain(bsns, bsn => key.Contains(bsn, StringComparison.Ordinal));
            Assert.DoesNotContain(bsns, bsn => value.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(bsn)), StringComparison.Ordinal));
        }

        var otherwise = new ClientKeys("2", Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000000"));
        var session = new TableRegister(
            StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)),
            "sleutels",
            otherwise
        ).Open();
        var document = new HashSet<DocumentKey> { new(DocumentKind.Declaraties, "0503-90000001", "") };
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.ReadAsync(document, TestContext.Current.CancellationToken));
    }

    private static string Kind(string key) => key.Split(' ')[1] is "sleutel" ? "sleutel" : key.Split(' ')[1][..1];

    private static string MatterKind(int seed) => Standard.Berichtsoorten[seed % Standard.Berichtsoorten.Count].Name;

    private static byte[] Make(string kind, int seed) =>
        BerichtGenerator.Make(
            Standard.Find(kind)!,
            seed,
            new GeneratorOptions { Gemeente = seed % 2 == 0 ? "0503" : "0518", Aanbieder = seed % 3 == 0 ? "90000002" : "90000001" }
        );

    private static IEnumerable<string> Bsns(byte[] bericht) =>
        System
            .Text.RegularExpressions.Regex.Matches(Encoding.UTF8.GetString(bericht), "Bsn>([0-9]{9})<")
            .Select(match => match.Groups[1].Value);

    /// <summary>Berichten of all kinds of two gemeenten and two aanbieders, each with what it has come to.</summary>
    private static List<Matter> Matters(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(seed =>
                {
                    var content = ContentReader.Read(Make(MatterKind(seed), seed), Keys.Of)!;
                    return new Matter(
                        $"0503-{seed:D4}",
                        content,
                        (seed % 4) switch
                        {
                            0 => Outcome.Open,
                            1 => Outcome.Refused,
                            _ => Outcome.Accepted,
                        }
                    );
                }),
        ];

    private static Prestatie Prestatie(ClientKey client, int number, int toewijzing) =>
        new()
        {
            Client = client,
            ReferentieNummer = string.Create(CultureInfo.InvariantCulture, $"P{number:D9}"),
            ToewijzingNummer = toewijzing,
            ProductCategorie = "45",
            ProductCode = "45A04",
            Period = new Period(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31)),
            GeleverdVolume = 12,
            Eenheid = "04",
            ProductTarief = 9150,
            Amount = 109800,
            IsCredit = false,
        };

    /// <summary>So many numbers that the aanbieder used before, ten thousand in a declaratie.</summary>
    private async Task DeclareAsync(string table, int count)
    {
        const int perDeclaratie = 10_000;
        for (var first = 0; first < count; first += perDeclaratie)
        {
            var origin = new Origin(
                $"0503-eerder-{first / perDeclaratie}",
                "JW323",
                "0518",
                "90000001",
                Moment.AddYears(-1),
                new DateOnly(2025, 6, 1),
                FactState.Accepted
            );
            var facts = Enumerable
                .Range(first, Math.Min(perDeclaratie, count - first))
                .Select(number => new ReferenceUse(origin, number - first, $"Q{number}", 7))
                .ToList();
            var session = Register(table).Open();
            var change = new RegisterChange(origin.BerichtId, facts.SelectMany(fact => fact.Documents).ToHashSet(), facts);
            session.ExpectEmpty(change.ExpectedEmpty);
            await session.WriteAsync([change], TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A client per ten toewijzingen, each with a year of what was there before.</summary>
    private async Task AssignAsync(string table, int count)
    {
        var origin = new Origin(
            "0503-toewijzing",
            "JW301",
            "0503",
            "90000001",
            Moment.AddYears(-1),
            new DateOnly(2025, 6, 1),
            FactState.Accepted
        );
        var facts = Enumerable
            .Range(0, count)
            .Select(number => new ToewijzingVersion(
                origin,
                number,
                Client(number),
                new ToegewezenProduct
                {
                    ToewijzingNummer = number + 1,
                    Product = new Product("45", "45A04"),
                    ToewijzingDate = new DateOnly(2025, 5, 1),
                    ToewijzingTime = TimeSpan.FromHours(9),
                    Ingangsdatum = new DateOnly(2025, 6, 1),
                    Einddatum = new DateOnly(2026, 12, 31),
                }
            ))
            .ToList();
        var documents = facts.SelectMany(fact => fact.Documents).ToHashSet();
        await Register(table)
            .Open()
            .WriteAsync([new RegisterChange(origin.BerichtId, documents, facts)], TestContext.Current.CancellationToken);
    }

    private static ClientKey Client(int toewijzing) => Keys.Of(Bsn(toewijzing));

    private static string Bsn(int toewijzing) => (900_000_000 + (toewijzing / 10)).ToString(CultureInfo.InvariantCulture);

    private static byte[] Declaratie(int toewijzingen, int perToewijzing)
    {
        var xml = new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <m:Bericht xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
            xmlns:m="http://www.istandaarden.nl/ijw/3_2/jw323/schema">
            <m:Header><m:BerichtCode>490</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>
            <m:Afzender>90000001</m:Afzender><m:Ontvanger>0503</m:Ontvanger>
            <m:BerichtIdentificatie><i:Identificatie>D1</i:Identificatie><i:Dagtekening>2026-06-01</i:Dagtekening></m:BerichtIdentificatie>
            <m:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>
            <i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersie></m:Header>
            <m:Declaratie><m:DeclaratieNummer>D1</m:DeclaratieNummer>
            <m:DeclaratiePeriode><i:Begindatum>2026-05-01</i:Begindatum><i:Einddatum>2026-05-31</i:Einddatum></m:DeclaratiePeriode>
            <m:DeclaratieDagtekening>2026-06-01</m:DeclaratieDagtekening>
            <m:TotaalIngediendBedrag><i:TotaalBedrag>0</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></m:TotaalIngediendBedrag>
            <m:Clienten>
            """
        );
        for (var client = 0; client < toewijzingen / 10; client++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<m:Client><m:Bsn>{Bsn(client * 10)}</m:Bsn><m:Prestaties>");
            for (var number = client * 10 * perToewijzing; number < (client + 1) * 10 * perToewijzing; number++)
            {
                xml.Append(
                    CultureInfo.InvariantCulture,
                    $"""
                    <m:Prestatie><m:ProductReferentie><i:ReferentieNummer>R{number}</i:ReferentieNummer></m:ProductReferentie>
                    <m:ToewijzingNummer>{(number / perToewijzing)
                        + 1}</m:ToewijzingNummer><m:ProductCategorie>45</m:ProductCategorie><m:ProductCode>45A04</m:ProductCode>
                    <m:ProductPeriode><i:Begindatum>2026-05-01</i:Begindatum><i:Einddatum>2026-05-31</i:Einddatum></m:ProductPeriode>
                    <m:GeleverdVolume>12</m:GeleverdVolume><m:Eenheid>04</m:Eenheid><m:ProductTarief>9150</m:ProductTarief>
                    <m:IngediendBedrag><i:Bedrag>109800</i:Bedrag><i:DebetCredit>D</i:DebetCredit></m:IngediendBedrag></m:Prestatie>
                    """
                );
            }

            xml.Append("</m:Prestaties></m:Client>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</m:Clienten></m:Declaratie></m:Bericht>").ToString());
    }

    /// <summary>The register as another instance of the app has it.</summary>
    private TableRegister Register(string table) =>
        new(StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)), table, Keys);

    private static async Task WriteAsync(TableRegister register, Matter matter)
    {
        while (true)
        {
            try
            {
                var moment = Moment.AddMinutes(
                    int.TryParse(matter.Id.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
                );
                await register
                    .Open()
                    .WriteAsync(
                        [RegisterChange.Of(matter.Content, matter.Outcome, matter.Id, moment)],
                        TestContext.Current.CancellationToken
                    );
                return;
            }
            catch (StorageException fault) when (fault.Fault == StorageFault.Conflict)
            {
                // Another wrote in the same document.
            }
        }
    }

    private async Task<List<Fact>> ReadAsync(string table, Matter matter)
    {
        var documents = BerichtFacts.Of(matter.Content, Outcome.Open, matter.Id, Moment).SelectMany(fact => fact.Documents).ToHashSet();
        var facts = await Register(table).Open().ReadAsync(documents, TestContext.Current.CancellationToken);
        return [.. facts.Distinct()];
    }
}
