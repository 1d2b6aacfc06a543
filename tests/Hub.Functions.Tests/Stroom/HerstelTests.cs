using System.IO.Pipelines;
using System.Text;
using Hub.Aflevering;
using Hub.Antwoorden;
using Hub.Archief;
using Hub.Berichten;
using Hub.Bewaking;
using Hub.Deelnemers;
using Hub.Functions.Tests.Gedeeld;
using Hub.Ontvangst;
using Hub.Postbus;
using Hub.Queues;
using Hub.Register;
using Hub.Search;
using Hub.Telemetry;
using Hub.Termijnen;
using Hub.Verwerking;
using Ijw.Dossiers.Facts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Stroom;

/// <summary>Dies at every moment at which it matters, and goes on.</summary>
public sealed class HerstelTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private IBerichten Berichten => hub.Diensten.GetRequiredService<IBerichten>();

    private IArchief Archief => hub.Diensten.GetRequiredService<IArchief>();

    private OudWerk OudWerk => hub.Diensten.GetRequiredService<OudWerk>();

    private IOnderhanden Onderhanden => hub.Diensten.GetRequiredService<IOnderhanden>();

    [Fact]
    public async Task Died_between_archive_and_queue_it_is_queued_by_the_bewaking()
    {
        var xml = Voorbeelden.Stop();
        await Assert.ThrowsAsync<GedoodException>(() => NeemAanAsync(xml, Berichten, new StervendeQueues(hub.Queues)));

        await hub.Diensten.GetRequiredService<OudWerk>().HerstelAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        await hub.VerwerkAllesAsync();

        var brief = Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.Subject == "JW307");
        Assert.Equal(xml, Encoding.UTF8.GetString(brief.Body.Span));
        Assert.DoesNotContain(brief.MessageId, await OnderhandenAsync());
    }

    [Fact]
    public async Task Died_between_archive_and_queue_it_is_queued_when_the_sender_tries_again()
    {
        var xml = Voorbeelden.Stop();
        await Assert.ThrowsAsync<GedoodException>(() => NeemAanAsync(xml, Berichten, new StervendeQueues(hub.Queues)));

        Assert.Equal(202, (await hub.PostAsync(Voorbeelden.Aanbieder, xml)).Status);
        await hub.VerwerkAllesAsync();

        Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.Subject == "JW307");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9000)]
    public async Task What_was_archived_before_it_died_is_taken_in_by_the_bewaking_and_is_one_bericht(int producten)
    {
        var xml = Voorbeelden.Stop(producten: producten);
        await Assert.ThrowsAsync<GedoodException>(() => NeemAanAsync(xml, Berichten, hub.Queues, new DyingArchief(Archief, isStored: true)));
        Assert.DoesNotContain(await GeweigerdAsync(), blob => blob.Kenmerken["oordeel"] != Oordeel.GeenBericht.Naam());

        await OudWerk.HerstelAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        await hub.VerwerkAllesAsync();

        var brief = Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.Subject == "JW307");
        Assert.Equal(xml, (await hub.GetAsync(Voorbeelden.Gemeente, $"/berichten/{brief.MessageId}/inhoud")).Tekst);
        Assert.Equal(202, (await hub.PostAsync(Voorbeelden.Aanbieder, xml)).Status);
        await hub.VerwerkAllesAsync();
        Assert.DoesNotContain(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.Subject == "JW307");
        Assert.DoesNotContain(brief.MessageId, await OnderhandenAsync());
    }

    [Fact]
    public async Task What_was_archived_and_is_sent_again_before_the_bewaking_comes_by_is_one_bericht()
    {
        var xml = Voorbeelden.Stop();
        await Assert.ThrowsAsync<GedoodException>(() => NeemAanAsync(xml, new StervendeBerichten(Berichten) { SterftVoorToevoegen = true }, hub.Queues));

        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, xml)).Veld("berichtId");
        await OudWerk.HerstelAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        await hub.VerwerkAllesAsync();

        Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.MessageId == id);
        Assert.Single(await hub.ArchiefAsync(), blob => blob.Kenmerken["berichtid"] == id);
    }

    [Fact]
    public async Task The_bewaking_and_a_slow_upload_finish_the_same_bericht_at_the_same_time()
    {
        var xml = Voorbeelden.Stop();
        // While the upload is about to make its row, the bewaking makes it.
        var traag = new StervendeBerichten(Berichten) { VoorToevoegen = () => OudWerk.HerstelAsync(TimeSpan.Zero, TestContext.Current.CancellationToken) };

        var bericht = Assert.IsType<OntvangstUitkomst.Aangenomen>(await NeemAanAsync(xml, traag, hub.Queues)).Bericht;
        await hub.VerwerkAllesAsync();

        Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.MessageId == bericht.BerichtId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9000)]
    public async Task Died_before_it_was_archived_it_was_never_taken_in_and_the_sender_tries_again(int producten)
    {
        var xml = Voorbeelden.Stop(producten: producten);
        await Assert.ThrowsAsync<GedoodException>(() => NeemAanAsync(xml, Berichten, hub.Queues, new DyingArchief(Archief, isStored: false)));
        var voor = await OnderhandenAsync();
        await OudWerk.HerstelAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await hub.Emulator.CountAsync(WerkQueue.Naam)).Live);
        Assert.Equal(voor, await OnderhandenAsync());

        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, xml)).Veld("berichtId");
        Assert.Contains(id, voor);
        await hub.VerwerkAllesAsync();

        Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.Subject == "JW307");
    }

    [Fact]
    public async Task Work_that_is_taken_up_again_while_the_bewaking_gives_it_up_stays()
    {
        var id = $"0503-{Guid.NewGuid():N}";
        var oud = new Onderhanden(id, "x", TimeProvider.System.GetUtcNow().AddHours(-1));
        await Onderhanden.VoegToeAsync(oud, TestContext.Current.CancellationToken);
        var gezien = await Onderhanden.VoorAsync(DateTimeOffset.MaxValue.AddYears(-1), TestContext.Current.CancellationToken).SingleAsync(werk => werk.BerichtId == id, TestContext.Current.CancellationToken);

        await Onderhanden.RenewAsync(oud with { Sinds = TimeProvider.System.GetUtcNow() }, TestContext.Current.CancellationToken);
        await Onderhanden.RemoveUnchangedAsync(gezien, TestContext.Current.CancellationToken);

        Assert.Contains(id, await OnderhandenAsync());
        await Onderhanden.VerwijderAsync(id, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Bytes_in_the_archive_that_are_not_those_of_their_name_become_no_bericht_and_are_told()
    {
        var id = $"0503-{Guid.NewGuid():N}";
        await Archief.BewaarAsync(
            Archiefplaats.VanBericht(id), Encoding.UTF8.GetBytes(Voorbeelden.Stop()), new ArchiefKenmerken(id, "", "goedgekeurd", "0503"), TestContext.Current.CancellationToken);
        await Onderhanden.VoegToeAsync(new Onderhanden(id, "x", TimeProvider.System.GetUtcNow().AddHours(-1)), TestContext.Current.CancellationToken);

        await OudWerk.HerstelAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Contains(hub.Log.Regels, regel => regel.Contains($"Bericht {id} staat in het archief en is niet te lezen", StringComparison.Ordinal));
        Assert.Contains(id, await OnderhandenAsync());
        Assert.Null(await Berichten.ZoekAsync(id, TestContext.Current.CancellationToken));
        await Onderhanden.VerwijderAsync(id, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_insert_whose_answer_was_lost_keeps_its_archive_blob()
    {
        var xml = Voorbeelden.Stop();

        var uitkomst = await NeemAanAsync(xml, new StervendeBerichten(Berichten) { VerliestAntwoord = true }, hub.Queues);

        var bericht = Assert.IsType<OntvangstUitkomst.Aangenomen>(uitkomst).Bericht;
        Assert.Equal(xml, (await hub.GetAsync(Voorbeelden.Aanbieder, $"/berichten/{bericht.BerichtId}/inhoud")).Tekst);
        await hub.VerwerkAllesAsync();
        Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.Subject == "JW307");
    }

    [Theory]
    [InlineData(false, Voorbeelden.Gemeente)]
    [InlineData(true, Voorbeelden.Aanbieder)]
    public async Task Died_after_delivery_it_is_not_delivered_again(bool afgekeurd, string postbus)
    {
        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: afgekeurd))).Veld("berichtId");
        var stervend = Verwerking(new StervendeBerichten(Berichten) { SterftVoorBijwerken = true });
        await Assert.ThrowsAsync<GedoodException>(() => stervend.VerwerkAsync(new Werkopdracht(1, id), TestContext.Current.CancellationToken));

        await hub.VerwerkAllesAsync();

        var wat = afgekeurd ? BerichtId.VanAntwoordOp(id) : id;
        Assert.Single(await hub.LeegAsync(postbus), post => post.MessageId == wat);
        Assert.True((await Berichten.ZoekAsync(id, TestContext.Current.CancellationToken))!.IsVerwerkt);
        Assert.DoesNotContain(id, await OnderhandenAsync());
    }

    [Fact]
    public async Task An_answer_that_was_made_stands_also_when_the_mandate_is_withdrawn_before_it_is_delivered()
    {
        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true))).Veld("berichtId");
        var stervend = Verwerking(new StervendeBerichten(Berichten) { SterftNaToevoegen = true });
        await Assert.ThrowsAsync<GedoodException>(() => stervend.VerwerkAsync(new Werkopdracht(1, id), TestContext.Current.CancellationToken));
        var regio = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deelnemers.json")).Replace("\"retour\": \"hub\"", "\"retour\": \"zelf\"", StringComparison.Ordinal);

        await Verwerking(Berichten, DeelnemersBestand.Lees(Encoding.UTF8.GetBytes(regio)).Lijst).VerwerkAsync(new Werkopdracht(1, id), TestContext.Current.CancellationToken);

        Assert.Single(await hub.LeegAsync(Voorbeelden.Aanbieder), post => post.MessageId == BerichtId.VanAntwoordOp(id));
        Assert.DoesNotContain(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.MessageId == id);
        var heen = (await Berichten.ZoekAsync(id, TestContext.Current.CancellationToken))!;
        var inhoud = await hub.Diensten.GetRequiredService<Berichtlezer>().LeesAsync(heen, TestContext.Current.CancellationToken);
        var documenten = Feiten.Van(inhoud, Uitslag.Open, id, heen.Spoor.Ontvangen).SelectMany(feit => feit.Documenten).ToHashSet();
        var feiten = await hub.Diensten.GetRequiredService<IRegister>().Open().LeesAsync(documenten, TestContext.Current.CancellationToken);
        Assert.All(feiten.Where(feit => feit.Herkomst.BerichtId == id), feit => Assert.IsType<Identificatiegebruik>(feit));
        await hub.VerwerkAllesAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Died_after_delivery_over_http_it_is_not_delivered_again_also_when_the_receiver_was_quick(bool bevestigd)
    {
        const string ontvanger = "90000004";
        var xml = Encoding.UTF8.GetString(Soortvoorbeelden.Goed("JW301", Voorbeelden.Gemeente, ontvanger));
        var id = (await hub.PostAsync(Voorbeelden.Gemeente, xml)).Veld("berichtId");
        var stervend = Verwerking(new StervendeBerichten(Berichten) { SterftVoorBijwerken = true });
        await Assert.ThrowsAsync<GedoodException>(() => stervend.VerwerkAsync(new Werkopdracht(1, id), TestContext.Current.CancellationToken));
        if (bevestigd) await hub.StuurAsync(HttpMethod.Delete, "/postbus/" + id, ontvanger);

        await hub.VerwerkAllesAsync();

        Assert.NotNull((await Berichten.ZoekAsync(id, TestContext.Current.CancellationToken))!.Spoor.Afgeleverd);
        var lijst = (await hub.GetAsync(ontvanger, "/postbus")).Json.GetProperty("poststukken").EnumerateArray();
        Assert.Equal(bevestigd ? 0 : 1, lijst.Count(stuk => stuk.GetProperty("id").GetString() == id));
    }

    [Fact]
    public async Task Finished_work_that_was_left_in_the_outbox_is_cleared()
    {
        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop())).Veld("berichtId");
        await hub.VerwerkAllesAsync();
        await hub.LeegAsync(Voorbeelden.Gemeente);
        await Onderhanden.VoegToeAsync(new Onderhanden(id, "x", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);

        await hub.Diensten.GetRequiredService<OudWerk>().HerstelAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(id, await OnderhandenAsync());
        Assert.Equal(0, (await hub.Emulator.CountAsync(WerkQueue.Naam)).Live);
    }

    [Fact]
    public async Task Work_for_what_was_never_taken_in_is_cleared_once_no_request_can_still_be_busy_with_it()
    {
        var (jong, oud) = ($"0503-{Guid.NewGuid():N}", $"0503-{Guid.NewGuid():N}");
        var nu = TimeProvider.System.GetUtcNow();
        await Onderhanden.VoegToeAsync(new Onderhanden(jong, "x", nu.AddMinutes(-5)), TestContext.Current.CancellationToken);
        await Onderhanden.VoegToeAsync(new Onderhanden(oud, "x", nu.AddHours(-1)), TestContext.Current.CancellationToken);

        await hub.Diensten.GetRequiredService<OudWerk>().HerstelAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        var over = await OnderhandenAsync();
        Assert.Contains(jong, over);
        Assert.DoesNotContain(oud, over);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_taken_from_the_queue_unprocessed_is_queued_again_at_once_and_has_one_effect(bool deadLettered)
    {
        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop())).Veld("berichtId");
        await TakeAwayAsync(deadLettered);

        await RestoreAsync();

        Assert.Contains(hub.Log.Regels, regel => regel.Contains(id, StringComparison.Ordinal) && regel.Contains("stond niet op de queue", StringComparison.Ordinal));
        Assert.Equal(1, (await hub.Emulator.CountAsync(WerkQueue.Naam)).Live);
        await hub.VerwerkAllesAsync();
        Assert.Equal(id, Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.Subject == "JW307").MessageId);
        Assert.DoesNotContain(id, await OnderhandenAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_on_the_queue_is_left_there_also_while_it_is_being_processed(bool underLock)
    {
        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop())).Veld("berichtId");
        await using (underLock ? (await hub.NextWorkAsync()).Session : null)
        {
            await RestoreAsync();
            await RestoreAsync();
        }

        Assert.Equal(1, (await hub.Emulator.CountAsync(WerkQueue.Naam)).Live);
        Assert.Equal(0, (await RowAsync(id)).Round);
        Assert.DoesNotContain(hub.Log.Regels, regel => regel.Contains(id, StringComparison.Ordinal) && regel.Contains("opnieuw gestuurd", StringComparison.Ordinal));
        Assert.Contains(hub.Log.Regels, regel => regel.Contains("1 staan op de queue, 0 zijn opnieuw gestuurd", StringComparison.Ordinal));
        await hub.VerwerkAllesAsync();
        await hub.LeegAsync(Voorbeelden.Gemeente);
    }

    [Fact]
    public async Task What_is_taken_away_again_and_again_comes_back_ever_less_often()
    {
        var begin = TimeProvider.System.GetUtcNow();
        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop())).Veld("berichtId");
        var time = new FakeTimeProvider(begin.AddMinutes(2));
        var diensten = hub.Diensten;
        var oudWerk = new OudWerk(
            Onderhanden, Berichten, diensten.GetRequiredService<BerichtOntvangst>(), diensten.GetRequiredService<WerkQueue>(),
            diensten.GetRequiredService<HubMeter>(), time, NullLogger<OudWerk>.Instance);
        var back = new List<int>();
        for (var minute = 2; minute < 60; minute++, time.Advance(TimeSpan.FromMinutes(1)))
        {
            if ((await hub.Emulator.CountAsync(WerkQueue.Naam)).Live > 0) await TakeAwayAsync(deadLetter: minute % 2 == 0);
            if (await oudWerk.HerstelAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken) > 0) back.Add(minute);
        }

        Assert.Equal([2, 3, 5, 9, 17, 33], back);
        Assert.Equal(6, (await RowAsync(id)).Round);
        // Once what took it is gone, it is processed at its next turn.
        time.Advance(TimeSpan.FromMinutes(6));
        await oudWerk.HerstelAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await hub.VerwerkAllesAsync();
        Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.MessageId == id);
        Assert.DoesNotContain(id, await OnderhandenAsync());
    }

    [Fact]
    public async Task Work_that_is_on_the_queue_twice_has_one_effect_and_leaves_nothing()
    {
        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop())).Veld("berichtId");
        await hub.Diensten.GetRequiredService<WerkQueue>().StuurAsync(await RowAsync(id) with { Round = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await hub.Emulator.CountAsync(WerkQueue.Naam)).Live);

        await hub.VerwerkAllesAsync();

        Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.MessageId == id);
        Assert.DoesNotContain(id, await OnderhandenAsync());
    }

    [Fact]
    public async Task A_row_that_was_finished_meanwhile_does_not_come_back_with_its_round()
    {
        var gone = new Onderhanden($"0503-{Guid.NewGuid():N}", "x", DateTimeOffset.UnixEpoch, 1, DateTimeOffset.UnixEpoch);

        Assert.False(await Onderhanden.SetRoundAsync(gone, TestContext.Current.CancellationToken));

        Assert.DoesNotContain(gone.BerichtId, await OnderhandenAsync());
    }

    [Fact]
    public async Task Dead_letters_are_reported_by_queue_reason_and_id_and_stay_where_they_are()
    {
        const string eigen = "0503-00112233445566778899aabbccddeeff";
        await hub.DeadLetterAsync("postbus-0518", eigen, "bsn 999900006 klopt niet");
        await hub.DeadLetterAsync("postbus-0518", "een vreemd id", "TTLExpiredException");

        for (var keer = 0; keer < 2; keer++)
        {
            IReadOnlyList<DeadLetterMelding> meldingen = await hub.Diensten.GetRequiredService<DeadLetters>().MeldAsync(TestContext.Current.CancellationToken);

            meldingen = [.. meldingen.Where(melding => melding.Queue == "postbus-0518")];
            Assert.Equal(
                [("postbus-0518", "Overig", eigen), ("postbus-0518", "TTLExpiredException", "(vreemd)")],
                meldingen.Select(melding => (melding.Queue, melding.Reden, Assert.Single(melding.MessageIds))));
        }

        Assert.Equal(2, (await hub.Emulator.CountAsync("postbus-0518")).DeadLetters);
        Assert.DoesNotContain(hub.Log.Regels, regel => regel.Contains("999900006", StringComparison.Ordinal));
    }

    private Task<int> RestoreAsync() => hub.Diensten.GetRequiredService<OudWerk>().HerstelAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

    /// <summary>Takes the next message off queue verwerking, behind the back of the hub.</summary>
    private async Task TakeAwayAsync(bool deadLetter)
    {
        var (session, message) = await hub.NextWorkAsync();
        await using var _ = session;
        await (deadLetter
            ? session.DeadLetterMessageAsync(message, "MaxDeliveryCountExceeded", "", TestContext.Current.CancellationToken)
            : session.CompleteMessageAsync(message, TestContext.Current.CancellationToken));
    }

    private async Task<List<(string Container, string Blob, IDictionary<string, string> Kenmerken)>> GeweigerdAsync() =>
        [.. (await hub.ArchiefAsync()).Where(blob => blob.Container.StartsWith(Archiefplaats.Weigeringen, StringComparison.Ordinal))];

    private async Task<OntvangstUitkomst> NeemAanAsync(string xml, IBerichten berichten, IQueueClient queues, IArchief? archief = null)
    {
        var deelnemers = hub.Diensten.GetRequiredService<Deelnemerslijst>();
        var ontvangst = Intake.Of(hub.Diensten, archief, berichten, queues);
        using var bron = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return await ontvangst.NeemAanAsync(PipeReader.Create(bron), deelnemers.MetCode(Voorbeelden.Aanbieder)!, TestContext.Current.CancellationToken);
    }

    private BerichtVerwerking Verwerking(IBerichten berichten, Deelnemerslijst? deelnemers = null)
    {
        var diensten = new ServiceCollection();
        diensten.AddVerwerking().AddLogging();
        foreach (var soort in (Type[])[
            typeof(IArchief), typeof(IOnderhanden), typeof(IRegister), typeof(ICompleetheid), typeof(ISearchIndex), typeof(Clientsleutels), typeof(Gemeentecodes),
            typeof(BerichtAflevering), typeof(Termijnbewaking), typeof(Signalering), typeof(HubMeter)])
            diensten.AddSingleton(soort, hub.Diensten.GetRequiredService(soort));
        diensten.AddSingleton(berichten).AddSingleton(deelnemers ?? hub.Diensten.GetRequiredService<Deelnemerslijst>()).AddSingleton(TimeProvider.System);
        diensten.AddSingleton<Berichtlezer>().AddSingleton<EigenAntwoord>();
        return diensten.BuildServiceProvider().GetRequiredService<BerichtVerwerking>();
    }

    private async Task<List<string>> OnderhandenAsync() => [.. (await RowsAsync()).Select(row => row.BerichtId)];

    private async Task<Onderhanden> RowAsync(string id) => Assert.Single(await RowsAsync(), row => row.BerichtId == id);

    private async Task<List<Onderhanden>> RowsAsync()
    {
        var rows = new List<Onderhanden>();
        await foreach (var werk in Onderhanden.VoorAsync(DateTimeOffset.MaxValue.AddYears(-1), TestContext.Current.CancellationToken)) rows.Add(werk);
        return rows;
    }
}
