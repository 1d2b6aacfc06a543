using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Ontvangst;
using Hub.Tests.Shared;
using Hub.Verwerking.Steps;
using Ijw.Dossiers.Facts;
using Ijw.Examples;
using Ijw.Retour;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Verwerking;

/// <summary>What differs between the 14 berichtsoorten: who sends it, who gets it, and with what it is answered.</summary>
public class BerichtsoortenTests
{
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";

    private static readonly DateTimeOffset Now = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeelnemerList Region = DeelnemersFile
        .Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "deelnemers.json")))
        .List!;

    /// <summary>The Header's Afzender, who sends it, and what answers it.</summary>
    public static TheoryData<string, string, string, string?> Kinds =>
        new()
        {
            { "JW301", Gemeente, Gemeente, "JW302" },
            { "JW302", Gemeente, Aanbieder, null },
            { "JW305", Aanbieder, Aanbieder, "JW306" },
            { "JW306", Aanbieder, Gemeente, null },
            { "JW307", Aanbieder, Aanbieder, "JW308" },
            { "JW308", Aanbieder, Gemeente, null },
            { "JW315", Aanbieder, Aanbieder, "JW316" },
            { "JW316", Aanbieder, Gemeente, null },
            { "JW317", Aanbieder, Aanbieder, "JW318" },
            { "JW318", Aanbieder, Gemeente, null },
            { "JW319", Gemeente, Gemeente, "JW320" },
            { "JW320", Gemeente, Aanbieder, null },
            { "JW323", Aanbieder, Aanbieder, "JW325" },
            { "JW325", Gemeente, Gemeente, null },
        };

    /// <summary>Those that have an answer: who sends it, and with what it is answered.</summary>
    public static TheoryData<string, string, string, string> Answered =>
        [.. Kinds.Select(row => row.Data).Where(row => row.Item4 is not null).Select(row => (row.Item1, row.Item2, row.Item3, row.Item4!))];

    [Fact]
    public void Half_of_them_are_answered() => Assert.Equal((14, 7), (Kinds.Count, Answered.Count));

    [Fact]
    public void The_table_holds_every_berichtsoort() =>
        Assert.Equal(Standard.Berichtsoorten.Select(kind => kind.Name).Order(), Kinds.Select(row => row.Data.Item1).Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Only_its_sender_can_hand_it_in(string kind, string afzender, string sender, string? answer)
    {
        var bericht = BerichtGenerator.Make(
            Standard.Find(kind)!,
            seed: 1,
            new GeneratorOptions { Gemeente = Gemeente, Aanbieder = Aanbieder }
        );
        var other = sender == Gemeente ? Aanbieder : Gemeente;

        var reading = new Reading(Region.WithCode(sender)!, Region, Now);
        var foreign = new Reading(Region.WithCode(other)!, Region, Now);

        Assert.Null(reading.Take(bericht));
        Assert.IsType<OntvangstOutcome.NotOnBehalfOfSender>(foreign.Take(bericht));
        var header = reading.Round().Header!;
        Assert.Equal((afzender, sender, other, answer), (header.Afzender, header.Sender, header.Addressee, header.Kind.Answer));
        Assert.Equal("geweigerd-" + sender, reading.RefusalPlace.Container);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_answered_when_it_has_an_answer_and_its_receiver_mandated_the_hub(
        string kind,
        string afzender,
        string sender,
        string? answer
    )
    {
        var ontvanger = afzender == Gemeente ? Aanbieder : Gemeente;
        var header = Headers.Header(kind, afzender, ontvanger);
        Assert.Equal(sender, header.Sender);
        foreach (var outcome in (OutcomeKind[])[OutcomeKind.Accepted, OutcomeKind.Refused])
        {
            foreach (var mandate in (Retour[])[Retour.Hub, Retour.Itself])
            {
                var isAnswered = answer is not null && mandate == Retour.Hub;
                var expected =
                    !isAnswered ? Decision.Deliver
                    : outcome == OutcomeKind.Refused ? Decision.SendRetour
                    : Decision.DeliverWithRetour;
                Assert.Equal(
                    expected,
                    Routing.Decide(header, Region.WithCode(header.Addressee)! with { Retour = mandate }, outcome, isComplete: true)
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public void The_retour_of_the_hub_is_of_the_right_kind_and_goes_to_the_sender(
        string kind,
        string afzender,
        string sender,
        string answer
    )
    {
        var heen = Statuses.Rejected(kind, afzender, afzender == Gemeente ? Aanbieder : Gemeente, Now);

        var retour = OwnAnswer
            .Made(heen, RetourBuilder.TechnicallyRejected(heen.Header, "R1", heen.Ontvangstdatum), Statuses.Keys, new FakeTimeProvider(Now))
            .Bericht;

        Assert.Equal((answer, sender), (retour.Header.Kind.Name, retour.Header.Addressee));
        Assert.Equal(Oordeel.Approved, retour.Oordeel);
        Assert.Empty(retour.Bevindingen);
    }
}
