using Hub.Answers;
using Hub.Berichten;
using Hub.Postbus;
using Hub.Tests.Shared;
using Ijw.Content;

namespace Hub.Tests.Answers;

public class AnswerCheckTests
{
    private static readonly DateOnly Day = new(2026, 7, 20);

    /// <summary>Codes in the Header, codes of the classes, and whether they contradict one another (retour.md 2).</summary>
    public static TheoryData<string, string, bool> Retours =>
        new()
        {
            { "", "", false },
            { "0001", "", false },
            { "0200", "9333", false },
            { "0200", "0200 9333", false },
            { "0200", "0233 9333", false },
            { "0200", "", true },
            { "0200", "0200", true },
            { "0200", "0233", true },
            { "0200", "0200 0233", true },
            { "0200 0001", "9333", true },
            { "0001 0200", "", true },
            { "0001", "9333", true },
            { "", "9333", true },
            { "0001 9001", "", false },
        };

    /// <summary>The same of a JW325, which has an answer or has none ("-").</summary>
    public static TheoryData<string, string, bool> Declaraties =>
        new()
        {
            { "0200", "8001", false },
            { "0200", "9333", false },
            { "0001", "-", false },
            { "", "-", false },
            { "0200", "-", true },
            { "0001", "8001", true },
            { "", "8001", true },
            { "0200 0001", "8001", true },
        };

    [Theory]
    [MemberData(nameof(Retours))]
    public void A_retour_contradicts_itself_or_not(string header, string classes, bool odd) =>
        Assert.Equal(odd, Look(Contents.Retour(Codes(header), Codes(classes)), null).Contains(SignalKind.Contradiction));

    [Theory]
    [MemberData(nameof(Declaraties))]
    public void An_answer_to_a_declaratie_contradicts_itself_or_not(string header, string classes, bool odd) =>
        Assert.Equal(
            odd,
            Look(Contents.DeclaratieAnswer(Codes(header), classes == "-" ? null : Codes(classes)), null).Contains(SignalKind.Contradiction)
        );

    [Theory]
    [InlineData("", Oordeel.Approved, false)]
    [InlineData("", Oordeel.Rejected, true)]
    [InlineData("0001", Oordeel.Rejected, false)]
    public void Accepting_what_breaks_a_rule_is_told(string header, Oordeel oordeel, bool odd) =>
        Assert.Equal(odd, Look(Contents.Retour(Codes(header)), Heen(oordeel, 3)).Contains(SignalKind.AcceptedWithFaults));

    [Fact]
    public void Of_a_declaratie_granted_in_part_it_is_not_said()
    {
        Assert.Contains(SignalKind.AcceptedWithFaults, Look(Contents.DeclaratieAnswer(["0200"], ["8001"]), Heen(Oordeel.Rejected, 3)));
        Assert.DoesNotContain(
            SignalKind.AcceptedWithFaults,
            Look(Contents.DeclaratieAnswer(["0200"], ["0200"], "R1"), Heen(Oordeel.Rejected, 3))
        );
    }

    [Theory]
    [InlineData("0001", 0, true)]
    [InlineData("0001", 3, true)]
    [InlineData("0001", 2, false)]
    [InlineData("0001", 1, false)]
    [InlineData("", 0, false)]
    [InlineData("9001", 0, false)]
    public void Refusing_at_level_2_what_the_hub_found_right_there_is_told(string header, int level, bool odd) =>
        Assert.Equal(odd, Look(Contents.Retour(Codes(header)), Heen(Oordeel.Rejected, level)).Contains(SignalKind.RefusedWithoutFault));

    [Fact]
    public void What_the_hub_never_saw_and_what_was_answered_before_is_not_compared()
    {
        var contradiction = Contents.Retour(["0001", "0200"]);

        Assert.Equal([SignalKind.Contradiction], Look(contradiction, null));
        Assert.Equal(
            [SignalKind.SecondAnswer, SignalKind.Contradiction],
            AnswerCheck.Check(contradiction, Heen(Oordeel.Approved, 0), isRepeated: true)
        );
        Assert.Equal([SignalKind.Contradiction, SignalKind.RefusedWithoutFault], Look(contradiction, Heen(Oordeel.Approved, 0)));
    }

    [Fact]
    public void What_is_no_answer_can_not_be_looked_at() =>
        Assert.Throws<ArgumentException>(() =>
            Look(Contents.Read<Startbericht>(new Hub.Functions.Tests.Shared.ChainBerichten("0503", "90000001").Start(Day, 1, Day)), null)
        );

    private static IReadOnlyList<SignalKind> Look(BerichtContent answer, BerichtStatus? heen) =>
        AnswerCheck.Check(answer, heen, isRepeated: false);

    private static BerichtStatus Heen(Oordeel oordeel, int level) =>
        Contents.Status(
            Headers.Header("JW301", "0503", "90000001"),
            Day,
            oordeel,
            level == 0 ? [] : [new Bevinding(level, "TR101", null, "/Bericht", 1, 1, "x")]
        );

    private static string[] Codes(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
