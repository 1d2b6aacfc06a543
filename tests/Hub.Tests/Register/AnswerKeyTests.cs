using Hub.Register;
using Hub.Tests.Shared;
using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Hub.Tests.Register;

public class AnswerKeyTests
{
    private static readonly DateTimeOffset Moment = new(2026, 7, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly AnswerKey Key = new("0503", "90000001", "JW301", "0503", "T1");

    // Received in the order of their minutes; written down in another.
    private static readonly Fact[] Facts =
    [
        Answer("r2", 4),
        Answer("r1", 3),
        Bericht("h2", 2),
        Bericht("h1", 1),
        Bericht("h1", 1),
        Answer("r1", 3),
        Bericht("other-id", 0, identificatie: "T2"),
        Bericht("other-sender", 0, afzender: "0518"),
        Bericht("other-kind", 0, kind: "JW319"),
        Bericht("other-gemeente", 0, gemeente: "0518"),
        Bericht("other-aanbieder", 0, aanbieder: "90000002"),
        Answer("other-answer", 0, identificatie: "T2"),
        Answer("other-kind-answer", 0, heen: "JW319"),
        Answer("other-sender-answer", 0, afzender: "0518"),
    ];

    [Fact]
    public void Berichten_with_one_key_come_by_receipt_and_each_once() => Assert.Equal(["h1", "h2"], Key.Heenberichten(Facts));

    [Fact]
    public void Of_one_moment_the_id_decides() =>
        Assert.Equal(["a", "b", "c"], Key.Heenberichten([Bericht("b", 1), Bericht("c", 1), Bericht("a", 1)]));

    [Theory]
    [InlineData("h1", "r1")]
    [InlineData("h2", "r2")]
    [InlineData("not-there-yet", null)]
    public void The_first_answer_belongs_to_the_first_bericht_and_the_second_to_the_second(string bericht, string? answer) =>
        Assert.Equal(answer, Key.AnswerTo(bericht, Facts)?.Origin.BerichtId);

    [Fact]
    public void A_bericht_that_is_not_there_yet_comes_last() =>
        Assert.Equal("r2", Key.AnswerTo("new", [Bericht("h1", 1), Answer("r1", 3), Answer("r2", 4)])?.Origin.BerichtId);

    [Theory]
    [InlineData("r1", "h1", false)]
    [InlineData("r2", "h2", false)]
    [InlineData("r3", "h2", true)]
    public void An_answer_that_is_left_over_repeats_the_last(string answer, string bericht, bool isRepeated) =>
        Assert.Equal(new AnswerPlace(bericht, isRepeated), Key.Place(answer, [.. Facts, Answer("r3", 5)]));

    [Fact]
    public void An_answer_to_what_the_hub_never_saw_answers_nothing() =>
        Assert.Equal(new AnswerPlace(null, false), Key.Place("r1", [Answer("r1", 3)]));

    [Fact]
    public void A_retour_and_a_JW325_have_the_key_of_what_they_answer_and_nothing_else_has_one()
    {
        Assert.Equal(Key with { Identificatie = "T1" }, AnswerKey.Of(Contents.Retour([])));
        Assert.Equal(new AnswerKey("0503", "90000001", "JW323", "90000001", "D1"), AnswerKey.Of(Contents.DeclaratieAnswer([])));
        Assert.Equal(Key, AnswerKey.On(Headers.Header("JW301", "0503", "90000001")));
        var start = new Hub.Functions.Tests.Shared.ChainBerichten("0503", "90000001").Start(
            new DateOnly(2026, 7, 1),
            1,
            new DateOnly(2026, 7, 1)
        );
        Assert.Null(AnswerKey.Of(Contents.Read<Startbericht>(start)));
    }

    [Fact]
    public void The_documents_are_those_of_its_berichten_and_of_its_answers() =>
        Assert.Equal(Bericht("h", 0).Documents.Concat(Answer("r", 0).Documents).ToHashSet(), Key.Documents);

    private static IdentificatieUse Bericht(
        string id,
        int minute,
        string kind = "JW301",
        string gemeente = "0503",
        string aanbieder = "90000001",
        string afzender = "0503",
        string identificatie = "T1"
    ) => new(new Origin(id, kind, gemeente, aanbieder, Moment.AddMinutes(minute), default, FactState.Open), 0, afzender, identificatie);

    private static RetourNotice Answer(
        string id,
        int minute,
        string heen = "JW301",
        string afzender = "0503",
        string identificatie = "T1"
    ) =>
        new(
            new Origin(id, "JW302", "0503", "90000001", Moment.AddMinutes(minute), default, FactState.Open),
            0,
            heen,
            afzender,
            identificatie,
            true
        );
}
