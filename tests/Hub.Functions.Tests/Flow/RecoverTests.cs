using System.IO.Pipelines;
using System.Text;
using Hub.Aflevering;
using Hub.Answers;
using Hub.Archief;
using Hub.Berichten;
using Hub.Bewaking;
using Hub.Deelnemers;
using Hub.Functions.Tests.Shared;
using Hub.Ontvangst;
using Hub.Postbus;
using Hub.Queues;
using Hub.Register;
using Hub.Search;
using Hub.Telemetry;
using Hub.Termijnen;
using Hub.Verwerking;
using Hub.Verwerking.Steps;
using Hub.Worklist;
using Ijw.Dossiers.Facts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Flow;

/// <summary>Dies at every moment at which it matters, and goes on.</summary>
public sealed class RecoverTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private IBerichten Berichten => hub.Services.GetRequiredService<IBerichten>();

    private IArchief Archief => hub.Services.GetRequiredService<IArchief>();

    private OldWork OldWork => hub.Services.GetRequiredService<OldWork>();

    private IInProgress InProgress => hub.Services.GetRequiredService<IInProgress>();

    [Fact]
    public async Task Died_between_archive_and_queue_it_is_queued_by_the_bewaking()
    {
        var xml = HubSamples.Stop();
        await Assert.ThrowsAsync<KilledException>(() => TakeInAsync(xml, Berichten, new DyingQueues(hub.Queues)));

        await hub.Services.GetRequiredService<OldWork>().RecoverAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        await hub.ProcessAllAsync();

        var message = Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.Subject == "JW307");
        Assert.Equal(xml, Encoding.UTF8.GetString(message.Body.Span));
        Assert.DoesNotContain(message.MessageId, await InProgressAsync());
    }

    [Fact]
    public async Task Died_between_archive_and_queue_it_is_queued_when_the_sender_tries_again()
    {
        var xml = HubSamples.Stop();
        await Assert.ThrowsAsync<KilledException>(() => TakeInAsync(xml, Berichten, new DyingQueues(hub.Queues)));

        Assert.Equal(202, (await hub.PostAsync(HubSamples.Aanbieder, xml)).Status);
        await hub.ProcessAllAsync();

        Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.Subject == "JW307");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9000)]
    public async Task What_was_archived_before_it_died_is_taken_in_by_the_bewaking_and_is_one_bericht(int products)
    {
        var xml = HubSamples.Stop(products: products);
        await Assert.ThrowsAsync<KilledException>(() => TakeInAsync(xml, Berichten, hub.Queues, new DyingArchief(Archief, isStored: true)));
        Assert.DoesNotContain(await RefusedAsync(), blob => blob.Properties["oordeel"] != Oordeel.NoBericht.Name());

        await OldWork.RecoverAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        await hub.ProcessAllAsync();

        var message = Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.Subject == "JW307");
        Assert.Equal(xml, (await hub.GetAsync(HubSamples.Gemeente, $"/berichten/{message.MessageId}/inhoud")).Text);
        Assert.Equal(202, (await hub.PostAsync(HubSamples.Aanbieder, xml)).Status);
        await hub.ProcessAllAsync();
        Assert.DoesNotContain(await hub.EmptyAsync(HubSamples.Gemeente), post => post.Subject == "JW307");
        Assert.DoesNotContain(message.MessageId, await InProgressAsync());
    }

    [Fact]
    public async Task What_was_archived_and_is_sent_again_before_the_bewaking_comes_by_is_one_bericht()
    {
        var xml = HubSamples.Stop();
        await Assert.ThrowsAsync<KilledException>(() =>
            TakeInAsync(xml, new DyingBerichten(Berichten) { DiesBeforeAdd = true }, hub.Queues)
        );

        var id = (await hub.PostAsync(HubSamples.Aanbieder, xml)).Field("berichtId");
        await OldWork.RecoverAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        await hub.ProcessAllAsync();

        Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.MessageId == id);
        Assert.Single(await hub.ArchiefAsync(), blob => blob.Properties["berichtid"] == id);
    }

    [Fact]
    public async Task The_bewaking_and_a_slow_upload_finish_the_same_bericht_at_the_same_time()
    {
        var xml = HubSamples.Stop();
        // While the upload is about to make its row, the bewaking makes it.
        var slow = new DyingBerichten(Berichten)
        {
            BeforeAdd = () => OldWork.RecoverAsync(TimeSpan.Zero, TestContext.Current.CancellationToken),
        };

        var bericht = Assert.IsType<OntvangstOutcome.Accepted>(await TakeInAsync(xml, slow, hub.Queues)).Bericht;
        await hub.ProcessAllAsync();

        Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.MessageId == bericht.BerichtId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9000)]
    public async Task Died_before_it_was_archived_it_was_never_taken_in_and_the_sender_tries_again(int products)
    {
        var xml = HubSamples.Stop(products: products);
        await Assert.ThrowsAsync<KilledException>(() =>
            TakeInAsync(xml, Berichten, hub.Queues, new DyingArchief(Archief, isStored: false))
        );
        var before = await InProgressAsync();
        await OldWork.RecoverAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await hub.Emulator.CountAsync(WorkQueue.Name)).Live);
        Assert.Equal(before, await InProgressAsync());

        var id = (await hub.PostAsync(HubSamples.Aanbieder, xml)).Field("berichtId");
        Assert.Contains(id, before);
        await hub.ProcessAllAsync();

        Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.Subject == "JW307");
    }

    [Fact]
    public async Task Work_that_is_taken_up_again_while_the_bewaking_gives_it_up_stays()
    {
        var id = $"0503-{Guid.NewGuid():N}";
        var old = new InProgress(id, "x", TimeProvider.System.GetUtcNow().AddHours(-1));
        await InProgress.RenewAsync(old, TestContext.Current.CancellationToken);
        var seen = await InProgress
            .BeforeAsync(DateTimeOffset.MaxValue.AddYears(-1), TestContext.Current.CancellationToken)
            .SingleAsync(work => work.BerichtId == id, TestContext.Current.CancellationToken);

        await InProgress.RenewAsync(old with { Since = TimeProvider.System.GetUtcNow() }, TestContext.Current.CancellationToken);
        await InProgress.RemoveUnchangedAsync(seen, TestContext.Current.CancellationToken);

        Assert.Contains(id, await InProgressAsync());
        await InProgress.RemoveAsync(id, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Bytes_in_the_archive_that_are_not_those_of_their_name_become_no_bericht_and_are_told()
    {
        var id = $"0503-{Guid.NewGuid():N}";
        await Archief.StoreAsync(
            ArchiefPlace.OfBericht(id),
            Encoding.UTF8.GetBytes(HubSamples.Stop()),
            new ArchiefProperties(id, "", "goedgekeurd", "0503"),
            TestContext.Current.CancellationToken
        );
        await InProgress.RenewAsync(
            new InProgress(id, "x", TimeProvider.System.GetUtcNow().AddHours(-1)),
            TestContext.Current.CancellationToken
        );

        await OldWork.RecoverAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Contains(
            hub.Log.Rules,
            rule => rule.Contains($"Bericht {id} staat in het archief en is niet te lezen", StringComparison.Ordinal)
        );
        Assert.Contains(id, await InProgressAsync());
        Assert.Null(await Berichten.FindAsync(id, TestContext.Current.CancellationToken));
        await InProgress.RemoveAsync(id, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_insert_whose_answer_was_lost_keeps_its_archive_blob()
    {
        var xml = HubSamples.Stop();

        var outcome = await TakeInAsync(xml, new DyingBerichten(Berichten) { LosesAnswer = true }, hub.Queues);

        var bericht = Assert.IsType<OntvangstOutcome.Accepted>(outcome).Bericht;
        Assert.Equal(xml, (await hub.GetAsync(HubSamples.Aanbieder, $"/berichten/{bericht.BerichtId}/inhoud")).Text);
        await hub.ProcessAllAsync();
        Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.Subject == "JW307");
    }

    [Theory]
    [InlineData(false, HubSamples.Gemeente)]
    [InlineData(true, HubSamples.Aanbieder)]
    public async Task Died_after_delivery_it_is_not_delivered_again(bool rejected, string postbus)
    {
        var id = (await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: rejected))).Field("berichtId");
        var dying = Verwerking(new DyingBerichten(Berichten) { DiesBeforeUpdate = true });
        await Assert.ThrowsAsync<KilledException>(() => dying.ProcessAsync(new WorkItem(1, id), TestContext.Current.CancellationToken));

        await hub.ProcessAllAsync();

        var what = rejected ? BerichtId.OfAnswerTo(id) : id;
        Assert.Single(await hub.EmptyAsync(postbus), post => post.MessageId == what);
        Assert.True((await Berichten.FindAsync(id, TestContext.Current.CancellationToken))!.IsProcessed);
        Assert.DoesNotContain(id, await InProgressAsync());
    }

    [Fact]
    public async Task An_answer_that_was_made_stands_also_when_the_mandate_is_withdrawn_before_it_is_delivered()
    {
        var id = (await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: true))).Field("berichtId");
        var dying = Verwerking(new DyingBerichten(Berichten) { DiesAfterAdd = true });
        await Assert.ThrowsAsync<KilledException>(() => dying.ProcessAsync(new WorkItem(1, id), TestContext.Current.CancellationToken));
        var region = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deelnemers.json"))
            .Replace("\"retour\": \"hub\"", "\"retour\": \"zelf\"", StringComparison.Ordinal);

        await Verwerking(Berichten, DeelnemersFile.Read(Encoding.UTF8.GetBytes(region)).List)
            .ProcessAsync(new WorkItem(1, id), TestContext.Current.CancellationToken);

        Assert.Single(await hub.EmptyAsync(HubSamples.Aanbieder), post => post.MessageId == BerichtId.OfAnswerTo(id));
        Assert.DoesNotContain(await hub.EmptyAsync(HubSamples.Gemeente), post => post.MessageId == id);
        var heen = (await Berichten.FindAsync(id, TestContext.Current.CancellationToken))!;
        var content = await hub.Services.GetRequiredService<StoredBerichtReader>().ReadAsync(heen, TestContext.Current.CancellationToken);
        var documents = BerichtFacts.Of(content, Outcome.Open, id, heen.Trail.Received).SelectMany(fact => fact.Documents).ToHashSet();
        var facts = await hub.Services.GetRequiredService<IRegister>().Open().ReadAsync(documents, TestContext.Current.CancellationToken);
        Assert.All(facts.Where(fact => fact.Origin.BerichtId == id), fact => Assert.IsType<IdentificatieUse>(fact));
        await hub.ProcessAllAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Died_after_delivery_over_http_it_is_not_delivered_again_also_when_the_receiver_was_quick(bool confirmed)
    {
        const string ontvanger = "90000004";
        var xml = Encoding.UTF8.GetString(KindSamples.Good("JW301", HubSamples.Gemeente, ontvanger));
        var id = (await hub.PostAsync(HubSamples.Gemeente, xml)).Field("berichtId");
        var dying = Verwerking(new DyingBerichten(Berichten) { DiesBeforeUpdate = true });
        await Assert.ThrowsAsync<KilledException>(() => dying.ProcessAsync(new WorkItem(1, id), TestContext.Current.CancellationToken));
        if (confirmed)
        {
            await hub.SendAsync(HttpMethod.Delete, "/postbus/" + id, ontvanger);
        }

        await hub.ProcessAllAsync();

        Assert.NotNull((await Berichten.FindAsync(id, TestContext.Current.CancellationToken))!.Trail.Delivered);
        var list = (await hub.GetAsync(ontvanger, "/postbus")).Json.GetProperty("poststukken").EnumerateArray();
        Assert.Equal(confirmed ? 0 : 1, list.Count(piece => piece.GetProperty("id").GetString() == id));
    }

    [Fact]
    public async Task Finished_work_that_was_left_in_the_outbox_is_cleared()
    {
        var id = (await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop())).Field("berichtId");
        await hub.ProcessAllAsync();
        await hub.EmptyAsync(HubSamples.Gemeente);
        await InProgress.RenewAsync(new InProgress(id, "x", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);

        await hub.Services.GetRequiredService<OldWork>().RecoverAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(id, await InProgressAsync());
        Assert.Equal(0, (await hub.Emulator.CountAsync(WorkQueue.Name)).Live);
    }

    [Fact]
    public async Task Work_for_what_was_never_taken_in_is_cleared_once_no_request_can_still_be_busy_with_it()
    {
        var (young, old) = ($"0503-{Guid.NewGuid():N}", $"0503-{Guid.NewGuid():N}");
        var now = TimeProvider.System.GetUtcNow();
        await InProgress.RenewAsync(new InProgress(young, "x", now.AddMinutes(-5)), TestContext.Current.CancellationToken);
        await InProgress.RenewAsync(new InProgress(old, "x", now.AddHours(-1)), TestContext.Current.CancellationToken);

        await hub.Services.GetRequiredService<OldWork>().RecoverAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        var over = await InProgressAsync();
        Assert.Contains(young, over);
        Assert.DoesNotContain(old, over);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_taken_from_the_queue_unprocessed_is_queued_again_at_once_and_has_one_effect(bool deadLettered)
    {
        var id = (await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop())).Field("berichtId");
        await TakeAwayAsync(deadLettered);

        await RestoreAsync();

        Assert.Contains(
            hub.Log.Rules,
            rule => rule.Contains(id, StringComparison.Ordinal) && rule.Contains("stond niet op de queue", StringComparison.Ordinal)
        );
        Assert.Equal(1, (await hub.Emulator.CountAsync(WorkQueue.Name)).Live);
        await hub.ProcessAllAsync();
        Assert.Equal(id, Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.Subject == "JW307").MessageId);
        Assert.DoesNotContain(id, await InProgressAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_on_the_queue_is_left_there_also_while_it_is_being_processed(bool underLock)
    {
        var id = (await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop())).Field("berichtId");
        await using (underLock ? (await hub.NextWorkAsync()).Session : null)
        {
            await RestoreAsync();
            await RestoreAsync();
        }

        Assert.Equal(1, (await hub.Emulator.CountAsync(WorkQueue.Name)).Live);
        Assert.Equal(0, (await RowAsync(id)).Round);
        Assert.DoesNotContain(
            hub.Log.Rules,
            rule => rule.Contains(id, StringComparison.Ordinal) && rule.Contains("opnieuw gestuurd", StringComparison.Ordinal)
        );
        Assert.Contains(hub.Log.Rules, rule => rule.Contains("1 staan op de queue, 0 zijn opnieuw gestuurd", StringComparison.Ordinal));
        await hub.ProcessAllAsync();
        await hub.EmptyAsync(HubSamples.Gemeente);
    }

    [Fact]
    public async Task What_is_taken_away_again_and_again_comes_back_ever_less_often()
    {
        var begin = TimeProvider.System.GetUtcNow();
        var id = (await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop())).Field("berichtId");
        var time = new FakeTimeProvider(begin.AddMinutes(2));
        var services = hub.Services;
        var oldWork = new OldWork(
            InProgress,
            Berichten,
            services.GetRequiredService<BerichtOntvangst>(),
            services.GetRequiredService<WorkQueue>(),
            services.GetRequiredService<HubMeter>(),
            time,
            NullLogger<OldWork>.Instance
        );
        var back = new List<int>();
        for (var minute = 2; minute < 60; minute++, time.Advance(TimeSpan.FromMinutes(1)))
        {
            if ((await hub.Emulator.CountAsync(WorkQueue.Name)).Live > 0)
            {
                await TakeAwayAsync(deadLetter: minute % 2 == 0);
            }
            if (await oldWork.RecoverAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken) > 0)
            {
                back.Add(minute);
            }
        }

        Assert.Equal([2, 3, 5, 9, 17, 33], back);
        Assert.Equal(6, (await RowAsync(id)).Round);
        // Once what took it is gone, it is processed at its next turn.
        time.Advance(TimeSpan.FromMinutes(6));
        await oldWork.RecoverAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await hub.ProcessAllAsync();
        Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.MessageId == id);
        Assert.DoesNotContain(id, await InProgressAsync());
    }

    [Fact]
    public async Task Work_that_is_on_the_queue_twice_has_one_effect_and_leaves_nothing()
    {
        var id = (await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop())).Field("berichtId");
        await hub
            .Services.GetRequiredService<WorkQueue>()
            .SendAsync(await RowAsync(id) with { Round = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await hub.Emulator.CountAsync(WorkQueue.Name)).Live);

        await hub.ProcessAllAsync();

        Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), post => post.MessageId == id);
        Assert.DoesNotContain(id, await InProgressAsync());
    }

    [Fact]
    public async Task A_row_that_was_finished_meanwhile_does_not_come_back_with_its_round()
    {
        var gone = new InProgress($"0503-{Guid.NewGuid():N}", "x", DateTimeOffset.UnixEpoch, 1, DateTimeOffset.UnixEpoch);

        Assert.False(await InProgress.SetRoundAsync(gone, TestContext.Current.CancellationToken));

        Assert.DoesNotContain(gone.BerichtId, await InProgressAsync());
    }

    [Fact]
    public async Task Dead_letters_are_reported_by_queue_reason_and_id_and_stay_where_they_are()
    {
        const string own = "0503-00112233445566778899aabbccddeeff";
        await hub.DeadLetterAsync("postbus-0518", own, "bsn 999900006 klopt niet");
        await hub.DeadLetterAsync("postbus-0518", "een vreemd id", "TTLExpiredException");

        for (var turn = 0; turn < 2; turn++)
        {
            IReadOnlyList<DeadLetterNotice> notices = await hub
                .Services.GetRequiredService<DeadLetters>()
                .ReportAsync(TestContext.Current.CancellationToken);

            notices = [.. notices.Where(notice => notice.Queue == "postbus-0518")];
            Assert.Equal(
                [("postbus-0518", "Overig", own), ("postbus-0518", "TTLExpiredException", "(vreemd)")],
                notices.Select(notice => (notice.Queue, notice.Reason, Assert.Single(notice.MessageIds)))
            );
        }

        Assert.Equal(2, (await hub.Emulator.CountAsync("postbus-0518")).DeadLetters);
        Assert.DoesNotContain(hub.Log.Rules, rule => rule.Contains("999900006", StringComparison.Ordinal));
    }

    private Task<int> RestoreAsync() =>
        hub.Services.GetRequiredService<OldWork>().RecoverAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

    /// <summary>Takes the next message off queue verwerking, behind the back of the hub.</summary>
    private async Task TakeAwayAsync(bool deadLetter)
    {
        var (session, message) = await hub.NextWorkAsync();
        await using var _ = session;
        await (
            deadLetter
                ? session.DeadLetterMessageAsync(message, "MaxDeliveryCountExceeded", "", TestContext.Current.CancellationToken)
                : session.CompleteMessageAsync(message, TestContext.Current.CancellationToken)
        );
    }

    private async Task<List<(string Container, string Blob, IDictionary<string, string> Properties)>> RefusedAsync() =>
        [.. (await hub.ArchiefAsync()).Where(blob => blob.Container.StartsWith(ArchiefPlace.Refusals, StringComparison.Ordinal))];

    private async Task<OntvangstOutcome> TakeInAsync(string xml, IBerichten berichten, IQueueClient queues, IArchief? archief = null)
    {
        var deelnemers = hub.Services.GetRequiredService<DeelnemerList>();
        var ontvangst = Intake.Of(hub.Services, archief, berichten, queues);
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return await ontvangst.TakeInAsync(
            PipeReader.Create(source),
            deelnemers.WithCode(HubSamples.Aanbieder)!,
            TestContext.Current.CancellationToken
        );
    }

    private BerichtVerwerking Verwerking(IBerichten berichten, DeelnemerList? deelnemers = null)
    {
        var services = new ServiceCollection();
        services.AddVerwerking().AddLogging();
        foreach (
            var kind in (Type[])
                [
                    typeof(IArchief),
                    typeof(IInProgress),
                    typeof(IRegister),
                    typeof(ICompleteness),
                    typeof(ISearchIndex),
                    typeof(IWorklistIndex),
                    typeof(ClientKeys),
                    typeof(Gemeentecodes),
                    typeof(BerichtAflevering),
                    typeof(TermijnWatch),
                    typeof(Signalling),
                    typeof(HubMeter),
                ]
        )
        {
            services.AddSingleton(kind, hub.Services.GetRequiredService(kind));
        }
        services
            .AddSingleton(berichten)
            .AddSingleton(deelnemers ?? hub.Services.GetRequiredService<DeelnemerList>())
            .AddSingleton(TimeProvider.System);
        services.AddSingleton<StoredBerichtReader>().AddSingleton<OwnAnswer>();
        return services.BuildServiceProvider().GetRequiredService<BerichtVerwerking>();
    }

    private async Task<List<string>> InProgressAsync() => [.. (await RowsAsync()).Select(row => row.BerichtId)];

    private async Task<InProgress> RowAsync(string id) => Assert.Single(await RowsAsync(), row => row.BerichtId == id);

    private async Task<List<InProgress>> RowsAsync()
    {
        var rows = new List<InProgress>();
        await foreach (var work in InProgress.BeforeAsync(DateTimeOffset.MaxValue.AddYears(-1), TestContext.Current.CancellationToken))
        {
            rows.Add(work);
        }
        return rows;
    }
}
