using System.Text;
using Hub.Functions.Tests.Shared;
using Hub.Local.Samples;
using Hub.Local.Starting;
using Ijw.Tests.Shared;
using RegionYear;

namespace EndToEnd.Scenarios;

/// <summary>
/// One story between a gemeente and an aanbieder, who both mandated the hub, about one client that no other story is about. Berichten are
/// sent one after the other, each when the one before has been processed.
/// </summary>
internal sealed class Scenario(LocalHub environment, string gemeente, string aanbieder)
{
    private const int FirstClient = 40_000;

    private static int _client;

    private readonly List<byte[]> _sent = [];

    /// <summary>The berichten of this story.</summary>
    public ChainBerichten Chain { get; } = new(gemeente, aanbieder, ClientCourse.TestBsn(FirstClient + Interlocked.Increment(ref _client)));

    /// <summary>Sends a bericht as its sender, and waits until it has been processed; gives its state.</summary>
    public async Task<BerichtState> SendAsync(string xml)
    {
        var content = Encoding.UTF8.GetBytes(xml);
        _sent.Add(content);
        using var client = environment.Client(environment.Deelnemers.WithCode(KindSamples.Check(content).Header!.Sender)!);
        var answer = await client.SendAsync(content, gzip: false, TestContext.Current.CancellationToken);
        Assert.True(answer.Status == 202, answer.Text);
        var state = await client.WaitForProcessedAsync(answer.BerichtId!, Patience.Longest, TestContext.Current.CancellationToken);
        Assert.NotNull(state?.Processed);
        return state;
    }

    /// <summary>
    /// What both postbussen hold since the last time, in order: the berichtsoort, and of an answer its codes but 0200. Every bericht is
    /// valid by our own check and by the published schemas, and what was sent came byte for byte.
    /// </summary>
    public async Task ExpectedAsync(string[] atGemeente, string[] atAanbieder)
    {
        var all = await Task.WhenAll(EmptyAsync(gemeente), EmptyAsync(aanbieder));
        var (at, atOther) = (all[0], all[1]);
        Assert.Equal((string.Join(", ", atGemeente), string.Join(", ", atAanbieder)), (Short(at), Short(atOther)));
        Assert.All(
            at.Concat(atOther),
            find =>
            {
                Assert.Equal(Oordeel.Approved, KindSamples.Check(find.Content).Oordeel);
                if (StandardFolder.Path is not null)
                {
                    Assert.Null(Schemas.Objection(find.Content));
                }
                if (!find.Kind.EndsWith('2') && KindSamples.Answers.ContainsKey(find.Kind))
                {
                    Assert.Contains(_sent, content => content.AsSpan().SequenceEqual(find.Content));
                }
            }
        );
    }

    private static string Short(IEnumerable<PostbusFind> finds) =>
        string.Join(", ", finds.Select(find => AnswerCodes.Short(find.Kind, find.Content)));

    // Who waits until a bericht has been processed finds all that came of it in the postbussen.
    private Task<IReadOnlyList<PostbusFind>> EmptyAsync(string code) =>
        Postbussen.EmptyAsync(environment, environment.Deelnemers.WithCode(code)!, TestContext.Current.CancellationToken);
}
