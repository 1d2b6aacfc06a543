using EndToEnd.Samples;
using Hub.Functions.Tests.Shared;
using Hub.Local.Samples;
using Hub.Local.Starting;

namespace EndToEnd.Berichtsoorten;

/// <summary>All 14 berichtsoorten over the real thing: token, HTTP, host, app, queues, postbussen.</summary>
[Collection(nameof(SamplesCollection))]
public sealed class AllKindsTests(SamplesRun run)
{
    private const string Gemeente = "0603";
    private const string Aanbieder = "90000002";
    private const string GemeenteItself = "1842";
    private const string AanbiederItself = "90000003";

    private sealed record Sending(string Kind, byte[] Content, string Sender, string Addressee, string? Retour)
    {
        public string BerichtId { get; init; } = "";
    }

    [Fact]
    public async Task Every_kind_is_delivered_or_answered_with_its_own_retour()
    {
        var good = KindSamples.All.Select(kind => Make(kind, KindSamples.Good, Gemeente, Aanbieder, retour: null));
        var rejected = KindSamples.Answers.Select(pair => Make(pair.Key, KindSamples.Rejected, Gemeente, Aanbieder, pair.Value));
        var withAdvice = KindSamples.Answers.Keys.Select(kind =>
            Make(kind, KindSamples.Rejected, GemeenteItself, AanbiederItself, retour: null)
        );
        var sendings = new List<Sending>();
        foreach (var sending in good.Concat(rejected).Concat(withAdvice))
        {
            sendings.Add(await SendAsync(sending));
        }
        var states = new List<BerichtState>();
        foreach (var sending in sendings)
        {
            states.Add(await WaitAsync(sending));
        }

        // What is granted is answered too; a declaratie only when the register is complete.
        var answered = states.Take(14).Select(state => state.Retour).OfType<string>().ToList();
        var postbussen = (await Postbussen.EmptyAsync(run.Environment, TestContext.Current.CancellationToken)).ToLookup(find =>
            find.BerichtId
        );

        Assert.Equal(28, states.Count);
        Assert.Equal(6, answered.Count);
        Assert.All(states[^7..], state => Assert.Null(state.Retour));
        Assert.All(answered, id => Assert.Single(postbussen[id]));
        Assert.All(sendings.Zip(states), pair => Check(pair.First, pair.Second, postbussen));
    }

    [Fact]
    public async Task No_kind_is_taken_in_from_its_receiver()
    {
        foreach (var kind in KindSamples.All)
        {
            var sending = Make(kind, KindSamples.Good, Gemeente, Aanbieder, retour: null);
            using var client = Client(sending.Addressee);
            Assert.Equal(403, (await client.SendAsync(sending.Content, gzip: false, TestContext.Current.CancellationToken)).Status);
        }
    }

    private static void Check(Sending sending, BerichtState state, ILookup<string, PostbusFind> postbussen)
    {
        if (sending.Retour is null)
        {
            var message = Assert.Single(postbussen[sending.BerichtId]);
            Assert.Equal((sending.Kind, sending.Addressee, state.Oordeel), (message.Kind, message.Deelnemer.Code, message.Oordeel));
            Assert.Equal(sending.Content, message.Content);
            return;
        }

        Assert.Empty(postbussen[sending.BerichtId]);
        Assert.NotNull(state.Retour);
        var retour = Assert.Single(postbussen[state.Retour]);
        Assert.Equal((sending.Retour, sending.Sender), (retour.Kind, retour.Deelnemer.Code));
        Assert.Equal(Oordeel.Approved, KindSamples.Check(retour.Content).Oordeel);
    }

    private static Sending Make(
        string kind,
        Func<string, string, string, byte[]> content,
        string gemeente,
        string aanbieder,
        string? retour
    )
    {
        var (sender, addressee) = KindSamples.Direction(kind, gemeente, aanbieder);
        return new Sending(kind, content(kind, gemeente, aanbieder), sender, addressee, retour);
    }

    private async Task<Sending> SendAsync(Sending sending)
    {
        using var client = Client(sending.Sender);
        var answer = await client.SendAsync(sending.Content, gzip: false, TestContext.Current.CancellationToken);
        Assert.Equal(202, answer.Status);
        return sending with { BerichtId = answer.BerichtId! };
    }

    private async Task<BerichtState> WaitAsync(Sending sending)
    {
        using var client = Client(sending.Sender);
        var state = await client.WaitForProcessedAsync(sending.BerichtId, Patience.Longest, TestContext.Current.CancellationToken);
        Assert.NotNull(state?.Processed);
        return state;
    }

    private HubClient Client(string code) => run.Environment.Client(run.Environment.Deelnemers.WithCode(code)!);
}
