using Hub.Antwoorden;
using Hub.Berichten;
using Hub.Postbus;
using Hub.Tests.Gedeeld;
using Ijw.Inhoud;

namespace Hub.Tests.Antwoorden;

public class AntwoordtoetsTests
{
    private static readonly DateOnly Dag = new(2026, 7, 20);

    /// <summary>Codes in the Header, codes of the classes, and whether they contradict one another (retour.md 2).</summary>
    public static TheoryData<string, string, bool> Retours => new()
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
    public static TheoryData<string, string, bool> Declaraties => new()
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
        Assert.Equal(odd, Look(Inhouden.Retour(Codes(header), Codes(classes)), null).Contains(Signaalsoort.Tegenspraak));

    [Theory]
    [MemberData(nameof(Declaraties))]
    public void An_answer_to_a_declaratie_contradicts_itself_or_not(string header, string classes, bool odd) =>
        Assert.Equal(odd, Look(Inhouden.Declaratieantwoord(Codes(header), classes == "-" ? null : Codes(classes)), null).Contains(Signaalsoort.Tegenspraak));

    [Theory]
    [InlineData("", Oordeel.Goedgekeurd, false)]
    [InlineData("", Oordeel.Afgekeurd, true)]
    [InlineData("0001", Oordeel.Afgekeurd, false)]
    public void Accepting_what_breaks_a_rule_is_told(string header, Oordeel oordeel, bool odd) =>
        Assert.Equal(odd, Look(Inhouden.Retour(Codes(header)), Heen(oordeel, 3)).Contains(Signaalsoort.AanvaardMetFouten));

    [Fact]
    public void Of_a_declaratie_granted_in_part_it_is_not_said()
    {
        Assert.Contains(Signaalsoort.AanvaardMetFouten, Look(Inhouden.Declaratieantwoord(["0200"], ["8001"]), Heen(Oordeel.Afgekeurd, 3)));
        Assert.DoesNotContain(Signaalsoort.AanvaardMetFouten, Look(Inhouden.Declaratieantwoord(["0200"], ["0200"], "R1"), Heen(Oordeel.Afgekeurd, 3)));
    }

    [Theory]
    [InlineData("0001", 0, true)]
    [InlineData("0001", 3, true)]
    [InlineData("0001", 2, false)]
    [InlineData("0001", 1, false)]
    [InlineData("", 0, false)]
    [InlineData("9001", 0, false)]
    public void Refusing_at_level_2_what_the_hub_found_right_there_is_told(string header, int level, bool odd) =>
        Assert.Equal(odd, Look(Inhouden.Retour(Codes(header)), Heen(Oordeel.Afgekeurd, level)).Contains(Signaalsoort.AfgewezenZonderFout));

    [Fact]
    public void What_the_hub_never_saw_and_what_was_answered_before_is_not_compared()
    {
        var contradiction = Inhouden.Retour(["0001", "0200"]);

        Assert.Equal([Signaalsoort.Tegenspraak], Look(contradiction, null));
        Assert.Equal([Signaalsoort.TweedeAntwoord, Signaalsoort.Tegenspraak], Antwoordtoets.Toets(contradiction, Heen(Oordeel.Goedgekeurd, 0), isHerhaald: true));
        Assert.Equal([Signaalsoort.Tegenspraak, Signaalsoort.AfgewezenZonderFout], Look(contradiction, Heen(Oordeel.Goedgekeurd, 0)));
    }

    [Fact]
    public void What_is_no_answer_can_not_be_looked_at() =>
        Assert.Throws<ArgumentException>(() => Look(Inhouden.Lees<Startbericht>(new Hub.Functions.Tests.Gedeeld.Ketenberichten("0503", "90000001").Start(Dag, 1, Dag)), null));

    private static IReadOnlyList<Signaalsoort> Look(Berichtinhoud antwoord, BerichtStatus? heen) => Antwoordtoets.Toets(antwoord, heen, isHerhaald: false);

    private static BerichtStatus Heen(Oordeel oordeel, int level) => Inhouden.Status(
        Koppen.Kop("JW301", "0503", "90000001"), Dag, oordeel, level == 0 ? [] : [new Bevinding(level, "TR101", null, "/Bericht", 1, 1, "x")]);

    private static string[] Codes(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
