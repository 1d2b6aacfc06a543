using System.Text;
using System.Text.Json;
using Hub.Functions.Tests.Shared;
using Hub.Queues;
using Hub.Register;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Flow;

/// <summary>Answers of deelnemers that can't be right: both parties are told, once, and the answer comes all the same.</summary>
public sealed class SignalTests(HubWithoutMandate hub) : IClassFixture<HubWithoutMandate>
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static int _number = 40_000;

    [Fact]
    public async Task A_second_answer_is_told_and_the_first_stands()
    {
        var chain = new ChainBerichten("0503", "90000001");
        var toewijzing = chain.Toewijzing(Day, _number++, Day, null);
        await SendAsync(chain.Gemeente, toewijzing);
        await SendAsync(chain.Aanbieder, ChainBerichten.Retour(toewijzing));
        Assert.Empty(await SignalsAsync(chain));

        var second = await SendAsync(chain.Aanbieder, ChainBerichten.Retour(toewijzing, refused: true));
        // The message comes a second time.
        Assert.True(await hub.ProcessAsync(new WorkItem(1, second).Write()));

        Assert.Equal([("0503", "tweede-antwoord", second), ("90000001", "tweede-antwoord", second)], await SignalsAsync(chain, second));
    }

    [Fact]
    public async Task Refusing_at_level_2_what_is_clean_there_is_told()
    {
        var chain = new ChainBerichten("0518", "90000001");
        var toewijzing = chain.Toewijzing(Day, _number++, Day, null);
        await SendAsync(chain.Gemeente, toewijzing);

        var retour = await SendAsync(chain.Aanbieder, ChainBerichten.Retour(toewijzing, refused: true));

        Assert.Equal(
            [("0518", "afgewezen-zonder-fout", retour), ("90000001", "afgewezen-zonder-fout", retour)],
            await SignalsAsync(chain, retour)
        );
    }

    [Fact]
    public async Task Accepting_a_start_on_a_toewijzing_that_was_rejected_is_told_when_the_register_is_complete()
    {
        var chain = new ChainBerichten("0603", "90000002");
        await hub
            .Services.GetRequiredService<ICompleteness>()
            .SetAsync(new Pair(chain.Gemeente, chain.Aanbieder), true, TestContext.Current.CancellationToken);
        var toewijzing = chain.Toewijzing(Day, _number, Day, null);
        await SendAsync(chain.Gemeente, toewijzing);
        await SendAsync(chain.Aanbieder, ChainBerichten.Retour(toewijzing, refused: true));
        var start = chain.Start(Day.AddDays(1), _number++, Day.AddDays(1));
        await SendAsync(chain.Aanbieder, start);
        await SignalsAsync(chain);

        var retour = await SendAsync(chain.Gemeente, ChainBerichten.Retour(start));

        Assert.Equal(
            [("0603", "aanvaard-met-fouten", retour), ("90000002", "aanvaard-met-fouten", retour)],
            await SignalsAsync(chain, retour)
        );
    }

    [Fact]
    public async Task Codes_that_accept_and_refuse_at_once_are_told_and_over_http_too()
    {
        var chain = new ChainBerichten("0626", "90000004");
        var start = chain.Start(Day, _number++, Day);
        await SendAsync(chain.Aanbieder, start);

        var retour = await SendAsync(
            chain.Gemeente,
            ChainBerichten.Retour(start, refused: true).Replace(">0001<", ">0200<", StringComparison.Ordinal)
        );

        var message = Assert.Single(await hub.EmptyAsync(chain.Gemeente), message => message.Subject == "signaal");
        Assert.Equal(
            ("tegenspraak", retour, $"{retour}+signaal+tegenspraak"),
            (Kind(message), (string)message.Properties["berichtId"], message.MessageId)
        );
        var piece = Assert.Single(
            (await hub.GetAsync(chain.Aanbieder, "/postbus")).Json.GetProperty("poststukken").EnumerateArray(),
            piece => piece.GetProperty("soort").GetString() == "signaal"
        );
        Assert.Equal("tegenspraak", piece.GetProperty("signaal").GetProperty("soort").GetString());
        Assert.Contains("spreken elkaar tegen", piece.GetProperty("signaal").GetProperty("tekst").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            204,
            (await hub.SendAsync(HttpMethod.Delete, "/postbus/" + piece.GetProperty("id").GetString(), chain.Aanbieder)).Status
        );
    }

    private static string Kind(QueueMessage message) =>
        JsonSerializer.Deserialize<JsonElement>(message.Body.Span).GetProperty("soort").GetString()!;

    private async Task<string> SendAsync(string condition, string xml)
    {
        var id = (await hub.PostAsync(condition, xml)).Field("berichtId");
        Assert.True(await hub.ProcessAsync(new WorkItem(1, id).Write()));
        return id;
    }

    /// <summary>The signals in both postbussen; the answer that they are about came as well.</summary>
    private async Task<List<(string Postbus, string Kind, string Answer)>> SignalsAsync(ChainBerichten chain, string? answer = null)
    {
        var signals = new List<(string, string, string)>();
        var delivered = false;
        foreach (var code in (string[])[chain.Gemeente, chain.Aanbieder])
        {
            var post = await hub.EmptyAsync(code);
            delivered |= post.Exists(message => message.MessageId == answer);
            signals.AddRange(
                post.Where(message => message.Subject == "signaal")
                    .Select(message => (code, Kind(message), (string)message.Properties["berichtId"]))
            );
            Assert.All(
                post.Where(message => message.Subject == "signaal"),
                message => Assert.DoesNotContain(HubSamples.Bsn, Encoding.UTF8.GetString(message.Body.Span), StringComparison.Ordinal)
            );
        }

        Assert.True(answer is null || delivered);
        return signals;
    }
}
