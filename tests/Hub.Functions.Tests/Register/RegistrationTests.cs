using System.Text;
using Hub.Berichten;
using Hub.Functions.Tests.Shared;
using Hub.Register;
using Ijw.Dossiers.Facts;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Register;

/// <summary>What berichten and their answers leave in the register of the real app, by archive and tables.</summary>
public sealed class RegistrationTests(HubWithoutMandate hub) : IClassFixture<HubWithoutMandate>
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static int _number = 1000;

    private readonly ChainBerichten _chain = new("0503", "90000001");

    private Registration Registration => hub.Services.GetRequiredService<Registration>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bericht_is_open_until_its_retour_says_what_it_has_come_to_whichever_comes_first(bool heenFirst)
    {
        foreach (var refused in (bool[])[false, true])
        {
            var toewijzing = _chain.Toewijzing(Day, _number++, Day, null);
            var (heen, retour) = (await StoreAsync(toewijzing), await StoreAsync(ChainBerichten.Retour(toewijzing, refused)));
            await IncludeAsync(heenFirst ? heen : retour);
            if (heenFirst)
            {
                Assert.All(await FactsAsync(heen), fact => Assert.Equal(FactState.Open, fact.Origin.State));
            }
            await IncludeAsync(heenFirst ? retour : heen);

            var facts = await FactsAsync(heen);
            Assert.Equal(!refused, facts.Exists(fact => fact is ToewijzingVersion { Origin.State: FactState.Accepted }));
            Assert.Contains(facts, fact => fact is IdentificatieUse);
            Assert.Equal(!refused, Assert.IsType<RetourNotice>(Assert.Single(await FactsAsync(retour))).IsAccepted);
        }
    }

    [Fact]
    public async Task A_JW325_grants_or_refuses_the_prestaties_of_its_JW323()
    {
        foreach (var refused in (bool[])[false, true])
        {
            var number = _number++;
            var declaratie = _chain.Declaratie(Day, $"D{number}", number, $"P{number}");
            var (heen, answer) = (await StoreAsync(declaratie), await StoreAsync(_chain.DeclaratieAnswer(declaratie, refused)));
            await IncludeAsync(heen);
            Assert.Equal(PrestatieOutcome.Open, (await FactsAsync(heen)).OfType<PrestatieNotice>().Single().Outcome);
            await IncludeAsync(answer);

            var prestaties = (await FactsAsync(heen)).OfType<PrestatieNotice>().Select(prestatie => prestatie.Outcome);
            Assert.Equal(refused ? [] : [PrestatieOutcome.Granted], prestaties);
        }
    }

    [Fact]
    public async Task A_second_retour_changes_nothing_and_a_bericht_sent_again_after_a_rejection_has_its_own()
    {
        var first = _chain.Toewijzing(Day, _number++, Day, null);
        var second = first.Replace("2611AA", "2611AB", StringComparison.Ordinal);
        var sendings = new List<BerichtStatus>();
        foreach (
            var xml in (string[])
                [
                    first,
                    ChainBerichten.Retour(first, refused: true),
                    second,
                    ChainBerichten.Retour(second),
                    ChainBerichten.Retour(second, refused: true),
                ]
        )
        {
            sendings.Add(await StoreAsync(xml));
        }

        foreach (var sending in sendings.AsEnumerable().Reverse())
        {
            await IncludeAsync(sending);
        }

        Assert.IsType<IdentificatieUse>(Assert.Single(await FactsAsync(sendings[0])));
        Assert.Contains(await FactsAsync(sendings[2]), fact => fact is ToewijzingVersion { Origin.State: FactState.Accepted });
    }

    [Fact]
    public async Task Heenberichten_and_answers_that_come_in_at_the_same_time_find_each_other()
    {
        var berichten = new List<BerichtStatus>();
        var heen = new List<BerichtStatus>();
        for (var i = 0; i < 8; i++)
        {
            var start = _chain.Start(Day, _number++, Day);
            heen.Add(await StoreAsync(start));
            berichten.AddRange([heen[^1], await StoreAsync(ChainBerichten.Retour(start))]);
        }

        await Parallel.ForEachAsync(berichten, TestContext.Current.CancellationToken, async (bericht, _) => await IncludeAsync(bericht));

        foreach (var bericht in heen)
        {
            Assert.All(await FactsAsync(bericht), fact => Assert.Equal(FactState.Accepted, fact.Origin.State));
        }
    }

    [Fact]
    public async Task What_was_loaded_as_accepted_is_accepted_until_a_retour_says_otherwise()
    {
        var toewijzing = _chain.Toewijzing(Day, _number++, Day, null);
        var heen = await StoreAsync(toewijzing);
        var berichten = hub.Services.GetRequiredService<IBerichten>();
        await berichten.UpdateAsync([heen with { IsHistoryWithoutRetour = true }], TestContext.Current.CancellationToken);
        heen = (await berichten.FindAsync(heen.BerichtId, TestContext.Current.CancellationToken))!;

        await IncludeAsync(heen);
        Assert.Contains(await FactsAsync(heen), fact => fact is ToewijzingVersion { Origin.State: FactState.Accepted });
        await IncludeAsync(await StoreAsync(ChainBerichten.Retour(toewijzing, refused: true)));
        Assert.IsType<IdentificatieUse>(Assert.Single(await FactsAsync(heen)));
    }

    private Task IncludeAsync(BerichtStatus bericht) => Registration.IncludeAsync(bericht, TestContext.Current.CancellationToken);

    /// <summary>Hands a bericht in, so that it is archived and recorded; processing it is left to the test.</summary>
    private async Task<BerichtStatus> StoreAsync(string xml)
    {
        var header = KindSamples.Check(Encoding.UTF8.GetBytes(xml)).Header!;
        var id = (await hub.PostAsync(header.Sender, xml)).Field("berichtId");
        return (await hub.Services.GetRequiredService<IBerichten>().FindAsync(id, TestContext.Current.CancellationToken))!;
    }

    private async Task<List<Fact>> FactsAsync(BerichtStatus bericht)
    {
        var content = await hub
            .Services.GetRequiredService<StoredBerichtReader>()
            .ReadAsync(bericht, TestContext.Current.CancellationToken);
        var documents = BerichtFacts
            .Of(content, Outcome.Open, bericht.BerichtId, bericht.Trail.Received)
            .SelectMany(fact => fact.Documents)
            .ToHashSet();
        var facts = await hub.Services.GetRequiredService<IRegister>().Open().ReadAsync(documents, TestContext.Current.CancellationToken);
        return [.. facts.Where(fact => fact.Origin.BerichtId == bericht.BerichtId).Distinct()];
    }
}
