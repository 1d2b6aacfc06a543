using Hub.Deelnemers;
using Hub.Local.Samples;
using Hub.Local.Starting;
using Hub.Queues;

namespace Hub.Local.Tests.Samples;

public sealed class SampleJudgementTests
{
    private static readonly Deelnemer Delft = new(DeelnemerKind.Gemeente, "0503", "Delft", Retour.Hub, []);
    private static readonly Deelnemer DeVliet = new(DeelnemerKind.Aanbieder, "90000001", "De Vliet", Retour.Hub, []);

    [Fact]
    public void A_bericht_that_arrived_once_and_unchanged_is_as_it_should_be() => Assert.Empty(SampleJudgement.Of(Arrived([1, 2, 3])));

    [Fact]
    public void A_bericht_that_changed_on_the_way_is_reported() =>
        Assert.Equal(["kwam niet byte voor byte gelijk aan"], SampleJudgement.Of(Arrived([1, 2, 4])));

    [Fact]
    public void A_bericht_that_arrived_twice_is_reported()
    {
        var outcome = Arrived([1, 2, 3]);

        Assert.Equal(
            ["kwam 2 keer aan in plaats van 1 keer"],
            SampleJudgement.Of(outcome with { Finds = [.. outcome.Finds, .. outcome.Finds] })
        );
    }

    [Fact]
    public void A_bericht_that_never_arrived_is_reported() =>
        Assert.Equal(["kwam 0 keer aan in plaats van 1 keer"], SampleJudgement.Of(Arrived([1, 2, 3]) with { Finds = [] }));

    [Fact]
    public void A_bericht_that_was_not_processed_in_time_is_reported() =>
        Assert.Equal(["is aangenomen maar niet op tijd verwerkt"], SampleJudgement.Of(Arrived([1, 2, 3]) with { State = null }));

    [Fact]
    public void A_refusal_with_another_status_is_reported()
    {
        var outcome = Arrived([1, 2, 3]) with
        {
            Sample = new Sample("a.xml", "", "0503", new SampleExpectation(SampleFate.Refused, Status: 403)),
            Answer = new HubAnswer(400, null, "{}"),
        };

        Assert.Equal(["kreeg 400 in plaats van 403"], SampleJudgement.Of(outcome));
    }

    [Fact]
    public void Berichten_that_overtook_each_other_are_reported()
    {
        var first = Find("a", [1]);
        var second = Find("b", [1]);

        Assert.Empty(SampleJudgement.Order(["a", "b"], [first, second]));
        Assert.Single(SampleJudgement.Order(["a", "b"], [second, first]));
    }

    private static SampleOutcome Arrived(byte[] arrived) =>
        new()
        {
            Sample = new Sample("a.xml", "", "0503", new SampleExpectation(SampleFate.Delivered, At: "90000001")),
            Afzender = Delft,
            Content = [1, 2, 3],
            Answer = new HubAnswer(202, "a", "{}"),
            State = new BerichtState
            {
                BerichtId = "a",
                Oordeel = "goedgekeurd",
                Bevindingen = [],
                Trail = [("ontvangen", DateTimeOffset.UnixEpoch), ("verwerkt", DateTimeOffset.UnixEpoch)],
            },
            Finds = [Find("a", arrived)],
        };

    private static PostbusFind Find(string id, byte[] content) =>
        new(DeVliet, id, "JW301", "goedgekeurd", content, AsReference: false, new QueueMessage { MessageId = id, Body = content });
}
