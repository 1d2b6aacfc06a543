using System.Text;
using System.Text.Json;
using Hub.Functions.Tests.Gedeeld;
using Hub.Queues;
using Hub.Register;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Stroom;

/// <summary>Answers of deelnemers that can't be right: both parties are told, once, and the answer comes all the same.</summary>
public sealed class SignaalTests(HubZonderMandaat hub) : IClassFixture<HubZonderMandaat>
{
    private static readonly DateOnly Dag = new(2026, 3, 2);
    private static int _nummer = 40_000;

    [Fact]
    public async Task A_second_answer_is_told_and_the_first_stands()
    {
        var keten = new Ketenberichten("0503", "90000001");
        var toewijzing = keten.Toewijzing(Dag, _nummer++, Dag, null);
        await StuurAsync(keten.Gemeente, toewijzing);
        await StuurAsync(keten.Aanbieder, Ketenberichten.Retour(toewijzing));
        Assert.Empty(await SignalenAsync(keten));

        var tweede = await StuurAsync(keten.Aanbieder, Ketenberichten.Retour(toewijzing, afgewezen: true));
        // The message comes a second time.
        Assert.True(await hub.VerwerkAsync(new Werkopdracht(1, tweede).Schrijf()));

        Assert.Equal([("0503", "tweede-antwoord", tweede), ("90000001", "tweede-antwoord", tweede)], await SignalenAsync(keten, tweede));
    }

    [Fact]
    public async Task Refusing_at_level_2_what_is_clean_there_is_told()
    {
        var keten = new Ketenberichten("0518", "90000001");
        var toewijzing = keten.Toewijzing(Dag, _nummer++, Dag, null);
        await StuurAsync(keten.Gemeente, toewijzing);

        var retour = await StuurAsync(keten.Aanbieder, Ketenberichten.Retour(toewijzing, afgewezen: true));

        Assert.Equal([("0518", "afgewezen-zonder-fout", retour), ("90000001", "afgewezen-zonder-fout", retour)], await SignalenAsync(keten, retour));
    }

    [Fact]
    public async Task Accepting_a_start_on_a_toewijzing_that_was_rejected_is_told_when_the_register_is_complete()
    {
        var keten = new Ketenberichten("0603", "90000002");
        await hub.Diensten.GetRequiredService<ICompleetheid>().ZetAsync(new Paar(keten.Gemeente, keten.Aanbieder), true, TestContext.Current.CancellationToken);
        var toewijzing = keten.Toewijzing(Dag, _nummer, Dag, null);
        await StuurAsync(keten.Gemeente, toewijzing);
        await StuurAsync(keten.Aanbieder, Ketenberichten.Retour(toewijzing, afgewezen: true));
        var start = keten.Start(Dag.AddDays(1), _nummer++, Dag.AddDays(1));
        await StuurAsync(keten.Aanbieder, start);
        await SignalenAsync(keten);

        var retour = await StuurAsync(keten.Gemeente, Ketenberichten.Retour(start));

        Assert.Equal([("0603", "aanvaard-met-fouten", retour), ("90000002", "aanvaard-met-fouten", retour)], await SignalenAsync(keten, retour));
    }

    [Fact]
    public async Task Codes_that_accept_and_refuse_at_once_are_told_and_over_http_too()
    {
        var keten = new Ketenberichten("0626", "90000004");
        var start = keten.Start(Dag, _nummer++, Dag);
        await StuurAsync(keten.Aanbieder, start);

        var retour = await StuurAsync(keten.Gemeente, Ketenberichten.Retour(start, afgewezen: true).Replace(">0001<", ">0200<", StringComparison.Ordinal));

        var brief = Assert.Single(await hub.LeegAsync(keten.Gemeente), brief => brief.Subject == "signaal");
        Assert.Equal(("tegenspraak", retour, $"{retour}+signaal+tegenspraak"), (Soort(brief), (string)brief.Properties["berichtId"], brief.MessageId));
        var stuk = Assert.Single(
            (await hub.GetAsync(keten.Aanbieder, "/postbus")).Json.GetProperty("poststukken").EnumerateArray(), stuk => stuk.GetProperty("soort").GetString() == "signaal");
        Assert.Equal("tegenspraak", stuk.GetProperty("signaal").GetProperty("soort").GetString());
        Assert.Contains("spreken elkaar tegen", stuk.GetProperty("signaal").GetProperty("tekst").GetString(), StringComparison.Ordinal);
        Assert.Equal(204, (await hub.StuurAsync(HttpMethod.Delete, "/postbus/" + stuk.GetProperty("id").GetString(), keten.Aanbieder)).Status);
    }

    private static string Soort(QueueMessage brief) => JsonSerializer.Deserialize<JsonElement>(brief.Body.Span).GetProperty("soort").GetString()!;

    private async Task<string> StuurAsync(string als, string xml)
    {
        var id = (await hub.PostAsync(als, xml)).Veld("berichtId");
        Assert.True(await hub.VerwerkAsync(new Werkopdracht(1, id).Schrijf()));
        return id;
    }

    /// <summary>The signals in both postbussen; the answer that they are about came as well.</summary>
    private async Task<List<(string Postbus, string Soort, string Antwoord)>> SignalenAsync(Ketenberichten keten, string? antwoord = null)
    {
        var signalen = new List<(string, string, string)>();
        var afgeleverd = false;
        foreach (var code in (string[])[keten.Gemeente, keten.Aanbieder])
        {
            var post = await hub.LeegAsync(code);
            afgeleverd |= post.Exists(brief => brief.MessageId == antwoord);
            signalen.AddRange(post.Where(brief => brief.Subject == "signaal").Select(brief => (code, Soort(brief), (string)brief.Properties["berichtId"])));
            Assert.All(post.Where(brief => brief.Subject == "signaal"), brief =>
                Assert.DoesNotContain(Voorbeelden.Bsn, Encoding.UTF8.GetString(brief.Body.Span), StringComparison.Ordinal));
        }

        Assert.True(antwoord is null || afgeleverd);
        return signalen;
    }
}
