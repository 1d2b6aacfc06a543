using Hub.Functions.Tests.Shared;
using Hub.Termijnen;
using Hub.Tests.Shared;
using Ijw.Content;

namespace Hub.Tests.Termijnen;

/// <summary>The terms of process.md 2: how many days, from when, and whose turn it is.</summary>
public class TermijnWorkTests
{
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";

    // A Monday, with no public holiday in sight.
    private static readonly DateOnly Day = new(2026, 7, 20);
    private static readonly WorkingDays WorkingDays = new([]);
    private static readonly ChainBerichten Chain = new(Gemeente, Aanbieder, identificatie: () => "T1");

    [Theory]
    [InlineData("JW301", Gemeente, TermijnKind.Retour, "2026-07-23", Aanbieder)]
    [InlineData("JW305", Aanbieder, TermijnKind.Retour, "2026-07-23", Gemeente)]
    [InlineData("JW307", Aanbieder, TermijnKind.Retour, "2026-07-23", Gemeente)]
    [InlineData("JW315", Aanbieder, TermijnKind.Retour, "2026-07-23", Gemeente)]
    [InlineData("JW317", Aanbieder, TermijnKind.Retour, "2026-07-23", Gemeente)]
    [InlineData("JW319", Gemeente, TermijnKind.Retour, "2026-07-23", Aanbieder)]
    [InlineData("JW323", Aanbieder, TermijnKind.DeclaratieAnswer, "2026-08-03", Gemeente)]
    public void An_answer_is_due_after_3_working_days_and_on_a_declaratie_after_10(
        string kind,
        string afzender,
        TermijnKind termijnKind,
        string deadline,
        string onTurn
    )
    {
        var bericht = Contents.Status(Headers.Header(kind, afzender, afzender == Gemeente ? Aanbieder : Gemeente), Day);

        var (key, setting) = Assert.Single(TermijnWork.Of(bericht, null, WorkingDays).Set);

        Assert.Equal(TermijnKey.Answer(kind, afzender, "T1"), key);
        Assert.Equal((termijnKind, Date(deadline), onTurn), (setting.Kind, setting.Deadline, setting.OnTurn));
        Assert.Equal(
            (bericht.BerichtId, bericht.BerichtId, kind, "T1", ""),
            (setting.BerichtId, setting.SetBy, setting.Berichtsoort, setting.Identificatie, setting.Rank)
        );
        Assert.Null(setting.Path);
    }

    [Theory]
    [InlineData("JW302")]
    [InlineData("JW325")]
    public void On_an_answer_nothing_is_due(string kind) =>
        Assert.Empty(TermijnWork.Of(Contents.Status(Headers.Header(kind, Gemeente, Aanbieder), Day), null, WorkingDays).Set);

    [Fact]
    public void Each_request_of_a_JW315_is_answered_within_5_working_days()
    {
        var work = Of<VerzoekToToewijzing>(Chain.VerzoekToToewijzing(Day, "R1", "R2"));

        var verzoeken = work.Set.Where(what => what.Setting.Kind == TermijnKind.VerzoekToToewijzing).ToList();
        Assert.Equal(3, work.Set.Count);
        Assert.Equal([TermijnKey.Verzoek("R1"), TermijnKey.Verzoek("R2")], verzoeken.Select(what => what.Key));
        Assert.All(verzoeken, what => Assert.Equal((Date("2026-07-27"), Gemeente), (what.Setting.Deadline, what.Setting.OnTurn)));
        Assert.EndsWith("AangevraagdProduct[2]", verzoeken[1].Setting.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void The_request_of_a_JW317_is_answered_within_5_working_days()
    {
        var work = Of<VerzoekToWijziging>(Chain.VerzoekToWijziging(Day, "R1"));

        Assert.Equal(2, work.Set.Count);
        var (key, setting) = Assert.Single(work.Set, what => what.Setting.Kind == TermijnKind.VerzoekToWijziging);
        Assert.Equal((TermijnKey.Verzoek("R1"), Date("2026-07-27"), null), (key, setting.Deadline, setting.Path));
    }

    [Fact]
    public void A_toewijzing_is_the_final_answer_to_the_request_that_it_names()
    {
        var work = Of<ToewijzingBericht>(Chain.Toewijzing(Day, 1, Day, null, "R1"));

        AssertFinal(work, "R1");
        Assert.Single(work.Set);
        Assert.Empty(Of<ToewijzingBericht>(Chain.Toewijzing(Day, 1, Day, null)).Stops);
    }

    [Fact]
    public void A_refusal_is_a_final_answer_and_in_investigation_only_stops_the_clock_on_the_request()
    {
        AssertFinal(Of<AnswerBericht>(Chain.Answer(Day, "R1", inInvestigation: false)), "R1");
        var work = Of<AnswerBericht>(Chain.Answer(Day, "R1", inInvestigation: true));
        Assert.Equal([TermijnKey.Verzoek("R1")], work.Stops);
        Assert.Empty(work.StopsAsSet);
        Assert.Equal(TermijnKind.Retour, Assert.Single(work.Set).Setting.Kind);
    }

    [Theory]
    [InlineData(TermijnKind.VerzoekToToewijzing, true)]
    [InlineData(TermijnKind.VerzoekToWijziging, false)]
    public void An_investigation_takes_8_weeks_and_the_woonplaatsbeginsel_of_a_JW315_14_days(TermijnKind kind, bool withWoonplaats)
    {
        var verzoek = Contents.Status(Headers.Header("JW315", Aanbieder, Gemeente) with { Dagtekening = new DateOnly(2026, 7, 17) }, Day);
        var answer = Contents.Status(Headers.Header("JW319", Gemeente, Aanbieder), Day) with { BerichtId = "antwoord" };
        var setting = new TermijnSetting
        {
            Kind = kind,
            BerichtId = verzoek.BerichtId,
            Berichtsoort = "JW315",
            Identificatie = "T1",
            OnTurn = Gemeente,
            Deadline = Day,
            SetBy = verzoek.BerichtId,
        };

        var set = TermijnWork.OfInvestigation(verzoek, setting, answer, "R1").Set;

        (string, TermijnSetting)[] expected =
        [
            (
                TermijnKey.Investigation("R1"),
                setting with
                {
                    Kind = TermijnKind.Investigation,
                    Deadline = new DateOnly(2026, 9, 11),
                    SetBy = "antwoord",
                }
            ),
            (
                TermijnKey.Woonplaats("R1"),
                setting with
                {
                    Kind = TermijnKind.Woonplaatsbeginsel,
                    Deadline = new DateOnly(2026, 8, 3),
                    SetBy = "antwoord",
                }
            ),
        ];
        Assert.Equal(withWoonplaats ? expected : expected[..1], set);
    }

    [Theory]
    [InlineData("2026-07-01", "2026-07-27")] // began before it was received: from the receipt
    [InlineData("2026-07-20", "2026-07-27")]
    [InlineData("2026-08-03", "2026-08-10")]
    [InlineData("9999-12-25", "9999-12-31")] // there is no later day
    public void A_start_is_due_5_working_days_after_the_first_day_or_the_receipt(string start, string deadline)
    {
        var (key, setting) = Assert.Single(OfToewijzing(Chain.Toewijzing(Day, 7, Date(start), null)).Set);

        Assert.Equal(
            (TermijnKey.Start(7), TermijnKind.Start, Date(deadline), Aanbieder),
            (key, setting.Kind, setting.Deadline, setting.OnTurn)
        );
        Assert.EndsWith("/ToegewezenProduct", setting.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_is_due_5_working_days_after_the_last_day_and_an_open_toewijzing_takes_that_away()
    {
        var bounded = OfToewijzing(Chain.Toewijzing(Day, 7, Day, new DateOnly(2026, 12, 31), time: new TimeOnly(9, 30)));
        var open = OfToewijzing(Chain.Toewijzing(Day, 7, Day, null, time: new TimeOnly(9, 30)));

        var rank = "20260720" + new TimeSpan(9, 30, 0).Ticks.ToString("D12", System.Globalization.CultureInfo.InvariantCulture);
        var (key, setting) = bounded.Set[1];
        Assert.Equal(
            (TermijnKey.Stop(7), TermijnKind.Stop, new DateOnly(2027, 1, 8), rank),
            (key, setting.Kind, setting.Deadline, setting.Rank)
        );
        Assert.Empty(bounded.Lapses);
        Assert.Equal([(TermijnKey.Stop(7), rank)], open.Lapses);
        Assert.Single(open.Set);
    }

    [Fact]
    public void What_is_taken_back_is_due_no_more()
    {
        var work = OfToewijzing(Chain.Toewijzing(Day, 7, Day, Day, reason: "13"));

        Assert.Empty(work.Set);
        Assert.Equal([TermijnKey.Start(7), TermijnKey.Stop(7)], work.Lapses.Select(what => what.Key));
    }

    [Fact]
    public void A_start_stops_the_clock_of_the_start_and_lets_that_of_the_stop_run_again()
    {
        var work = Of<Startbericht>(Chain.Start(Day, new StartLine(1, Day), new StartLine(1, Day.AddDays(-1)), new StartLine(null, Day)));

        Assert.Equal([TermijnKey.Start(1)], work.Stops);
        Assert.Equal([TermijnKey.Stop(1)], work.Reopens);
        Assert.Single(work.Set);
    }

    [Fact]
    public void A_start_that_is_taken_back_is_due_again_unless_another_stands_beside_it()
    {
        var work = Of<Startbericht>(
            Chain.Start(Day, new StartLine(1, Day, Removal: true), new StartLine(2, Day, Removal: true), new StartLine(2, Day.AddDays(-1)))
        );

        Assert.Equal([TermijnKey.Start(2)], work.Stops);
        Assert.Equal([TermijnKey.Start(1), TermijnKey.Stop(2)], work.Reopens);
    }

    [Fact]
    public void Only_a_final_stop_stops_its_clock_and_one_that_is_taken_back_is_due_again()
    {
        var work = Of<Stopbericht>(
            Chain.Stop(
                Day,
                new StopLine(1, Day, Day),
                new StopLine(2, Day, Day, Temporary: true),
                new StopLine(3, Day, Day, Removal: true),
                new StopLine(null, Day, Day),
                new StopLine(4, Day, Day, Removal: true),
                new StopLine(4, Day.AddDays(-1), Day)
            )
        );

        Assert.Equal([TermijnKey.Stop(1), TermijnKey.Stop(4)], work.Stops);
        Assert.Equal([TermijnKey.Stop(3)], work.Reopens);
        Assert.Single(work.Set);
    }

    [Fact]
    public void An_answer_stops_the_clock_on_what_it_answers()
    {
        var retour = Contents.Retour([]);
        var declaratie = Contents.DeclaratieAnswer([]);

        Assert.Equal(
            [TermijnKey.Answer("JW301", Gemeente, "T1")],
            TermijnWork.Of(Contents.Status(retour.Header, Day), retour, WorkingDays).Stops
        );
        Assert.Equal(
            [TermijnKey.Answer("JW323", Aanbieder, "D1")],
            TermijnWork.Of(Contents.Status(declaratie.Header, Day), declaratie, WorkingDays).Stops
        );
    }

    [Fact]
    public void Once_answered_only_the_clock_on_its_answer_goes()
    {
        var content = Contents.Read<VerzoekToWijziging>(Chain.VerzoekToWijziging(Day, "R1"));
        var bericht = Contents.Status(content.Header, Day);

        var work = TermijnWork.Of(bericht, content, WorkingDays).WithoutAnswerTo(bericht);

        Assert.Equal([TermijnKey.Verzoek("R1")], work.Set.Select(what => what.Key));
    }

    [Fact]
    public void Of_a_bericht_with_very_many_products_the_first_hundred_are_timed()
    {
        var starts = Enumerable.Range(1, TermijnWork.MaxProducts + 1).Select(number => new StartLine(number, Day)).ToArray();
        var stops = Enumerable.Range(1, TermijnWork.MaxProducts + 1).Select(number => new StopLine(number, Day, Day)).ToArray();

        Assert.Equal(100, Of<Startbericht>(Chain.Start(Day, starts)).Stops.Count);
        Assert.Equal(100, Of<Stopbericht>(Chain.Stop(Day, stops)).Stops.Count);
    }

    private static void AssertFinal(TermijnWork work, string reference)
    {
        Assert.Equal([TermijnKey.Verzoek(reference)], work.Stops);
        Assert.Equal([TermijnKey.Investigation(reference), TermijnKey.Woonplaats(reference)], work.StopsAsSet);
    }

    private static TermijnWork Of<T>(string xml)
        where T : BerichtContent
    {
        var content = Contents.Read<T>(xml);
        return TermijnWork.Of(Contents.Status(content.Header, Day), content, WorkingDays);
    }

    private static TermijnWork OfToewijzing(string xml)
    {
        var content = Contents.Read<ToewijzingBericht>(xml);
        return TermijnWork.OfToewijzing(Contents.Status(content.Header, Day), content, WorkingDays);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
