using EndToEnd.Samples;
using Hub;
using Hub.Functions.Tests.Shared;

namespace EndToEnd.Scenarios;

/// <summary>Every flow of process.md section 1, with real berichten over real components: both postbussen hold what they should.</summary>
[Collection(nameof(SamplesCollection))]
public sealed class ScenarioTests(SamplesRun run) : IClassFixture<CompletePairs>
{
    private static readonly DateOnly Today = Calendar.Day(TimeProvider.System.GetUtcNow());
    private static readonly DateOnly Month = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);
    private static readonly DateOnly Begin = Month.AddMonths(-2);
    private static int _number = 700_000;

    private readonly Scenario _story = new(run.Environment, CompletePairs.Gemeente, CompletePairs.Aanbieder);
    private readonly int _toewijzing = Interlocked.Add(ref _number, 10);

    private ChainBerichten Chain => _story.Chain;

    private string Reference => $"REF{_toewijzing}";

    [Fact]
    public async Task Gemeente_initiative()
    {
        await _story.SendAsync(Chain.Toewijzing(Begin, _toewijzing, Begin, null));
        await _story.SendAsync(Chain.Start(Begin.AddDays(3), _toewijzing, Begin.AddDays(2)));
        await _story.SendAsync(Chain.Declaratie(Month, $"D{_toewijzing}", _toewijzing, $"P{_toewijzing}"));
        await _story.SendAsync(Chain.Stop(Today, _toewijzing, Begin.AddDays(2), Today));

        await _story.ExpectedAsync(["JW302", "JW305", "JW323", "JW307"], ["JW301", "JW306", "JW325 8001", "JW308"]);
    }

    [Fact]
    public async Task Request_granted()
    {
        await _story.SendAsync(Chain.VerzoekToToewijzing(Begin, Reference));
        await _story.SendAsync(Chain.Toewijzing(Begin.AddDays(2), _toewijzing, Begin, null, Reference));

        await _story.ExpectedAsync(["JW315", "JW302"], ["JW316", "JW301"]);
    }

    [Fact]
    public async Task Request_granted_after_investigation()
    {
        await _story.SendAsync(Chain.VerzoekToToewijzing(Begin, Reference));
        await _story.SendAsync(Chain.Answer(Begin.AddDays(2), Reference, inInvestigation: true));
        await _story.SendAsync(Chain.Toewijzing(Begin.AddDays(9), _toewijzing, Begin, null, Reference));

        await _story.ExpectedAsync(["JW315", "JW320", "JW302"], ["JW316", "JW319", "JW301"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_rejected_at_once_or_after_investigation(bool investigation)
    {
        await _story.SendAsync(Chain.VerzoekToToewijzing(Begin, Reference));
        if (investigation)
        {
            await _story.SendAsync(Chain.Answer(Begin.AddDays(2), Reference, inInvestigation: true));
        }
        await _story.SendAsync(Chain.Answer(Begin.AddDays(9), Reference, inInvestigation: false));
        // Nothing follows a rejection.
        await _story.SendAsync(Chain.Answer(Begin.AddDays(10), Reference, inInvestigation: false));

        await _story.ExpectedAsync(
            investigation ? ["JW315", "JW320", "JW320", "JW320 9365"] : ["JW315", "JW320", "JW320 9365"],
            investigation ? ["JW316", "JW319", "JW319"] : ["JW316", "JW319"]
        );
    }

    [Fact]
    public async Task Request_at_the_wrong_gemeente_goes_to_the_right_one()
    {
        await _story.SendAsync(Chain.VerzoekToToewijzing(Begin, Reference));
        await _story.SendAsync(Chain.Answer(Begin.AddDays(2), Reference, inInvestigation: true));
        await _story.SendAsync(Chain.Answer(Begin.AddDays(3), Reference, inInvestigation: false, woonplaats: CompletePairs.OtherGemeente));
        await _story.ExpectedAsync(["JW315", "JW320", "JW320"], ["JW316", "JW319", "JW319"]);

        var continuation = new Scenario(run.Environment, CompletePairs.OtherGemeente, CompletePairs.Aanbieder);
        await continuation.SendAsync(continuation.Chain.VerzoekToToewijzing(Begin.AddDays(4), Reference + "B"));
        await continuation.SendAsync(continuation.Chain.Toewijzing(Begin.AddDays(5), _toewijzing, Begin, null, Reference + "B"));
        await continuation.ExpectedAsync(["JW315", "JW302"], ["JW316", "JW301"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Change_granted_at_once_or_after_investigation(bool investigation)
    {
        await _story.SendAsync(Chain.Toewijzing(Begin, _toewijzing, Begin, null));
        await _story.SendAsync(Chain.VerzoekToWijziging(Begin.AddDays(20), Reference, _toewijzing));
        if (investigation)
        {
            await _story.SendAsync(Chain.Answer(Begin.AddDays(21), Reference, inInvestigation: true));
        }
        await _story.SendAsync(Chain.Toewijzing(Begin.AddDays(25), _toewijzing, Begin, Begin.AddDays(320), Reference, reason: "12"));

        await _story.ExpectedAsync(
            investigation ? ["JW302", "JW317", "JW320", "JW302"] : ["JW302", "JW317", "JW302"],
            investigation ? ["JW301", "JW318", "JW319", "JW301"] : ["JW301", "JW318", "JW301"]
        );
    }

    [Fact]
    public async Task Change_rejected()
    {
        await _story.SendAsync(Chain.Toewijzing(Begin, _toewijzing, Begin, null));
        await _story.SendAsync(Chain.VerzoekToWijziging(Begin.AddDays(20), Reference, _toewijzing));
        await _story.SendAsync(Chain.Answer(Begin.AddDays(22), Reference, inInvestigation: false));

        await _story.ExpectedAsync(["JW302", "JW317", "JW320"], ["JW301", "JW318", "JW319"]);
    }

    [Fact]
    public async Task Start_temporary_stop_restart_and_stop()
    {
        var (one, two) = (Begin.AddDays(2), Begin.AddDays(30));
        await _story.SendAsync(Chain.Toewijzing(Begin, _toewijzing, Begin, null));
        await _story.SendAsync(Chain.Start(one, _toewijzing, one));
        await _story.SendAsync(Chain.Stop(one.AddDays(9), _toewijzing, one, one.AddDays(8), temporary: true));
        await _story.SendAsync(Chain.Start(two, _toewijzing, two));
        // A second one while the first is open is refused.
        await _story.SendAsync(Chain.Start(two.AddDays(1), _toewijzing, two.AddDays(1)));
        await _story.SendAsync(Chain.Stop(two.AddDays(9), _toewijzing, two, two.AddDays(8)));

        await _story.ExpectedAsync(
            ["JW302", "JW305", "JW307", "JW305", "JW307"],
            ["JW301", "JW306", "JW308", "JW306", "JW306 9326", "JW308"]
        );
    }

    [Fact]
    public async Task Start_temporary_stop_and_final_stop()
    {
        var begin = Begin.AddDays(2);
        await _story.SendAsync(Chain.Toewijzing(Begin, _toewijzing, Begin, null));
        await _story.SendAsync(Chain.Start(begin, _toewijzing, begin));
        await _story.SendAsync(Chain.Stop(begin.AddDays(9), _toewijzing, begin, begin.AddDays(8), temporary: true));
        await _story.SendAsync(Chain.Stop(begin.AddDays(12), _toewijzing, begin, begin.AddDays(10)));
        // Nothing follows a final stop.
        await _story.SendAsync(Chain.Stop(begin.AddDays(15), _toewijzing, begin, begin.AddDays(14)));

        await _story.ExpectedAsync(["JW302", "JW305", "JW307", "JW307"], ["JW301", "JW306", "JW308", "JW308", "JW308 9415"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_start_is_removed_or_corrected_in_one_bericht_or_in_two(bool inOne)
    {
        var (fault, good) = (Begin.AddDays(2), Begin.AddDays(3));
        StartLine gone = new(_toewijzing, fault, Removal: true),
            updated = new(_toewijzing, good);
        await _story.SendAsync(Chain.Toewijzing(Begin, _toewijzing, Begin, null));
        await _story.SendAsync(Chain.Start(fault, _toewijzing, fault));
        if (inOne)
        {
            await _story.SendAsync(Chain.Start(good, gone, updated));
        }
        else
        {
            await _story.SendAsync(Chain.Start(good, gone));
            await _story.SendAsync(Chain.Start(good, updated));
        }

        // It is gone: it can't be removed once more, and the new one can be stopped.
        await _story.SendAsync(Chain.Start(good, gone));
        await _story.SendAsync(Chain.Stop(good.AddDays(9), _toewijzing, good, good.AddDays(8)));

        await _story.ExpectedAsync(
            inOne ? ["JW302", "JW305", "JW305", "JW307"] : ["JW302", "JW305", "JW305", "JW305", "JW307"],
            inOne ? ["JW301", "JW306", "JW306", "JW306 9063", "JW308"] : ["JW301", "JW306", "JW306", "JW306", "JW306 9063", "JW308"]
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_is_removed_or_corrected_in_one_bericht_or_in_two(bool inOne)
    {
        var begin = Begin.AddDays(2);
        StopLine gone = new(_toewijzing, begin, begin.AddDays(8), Removal: true),
            updated = new(_toewijzing, begin, begin.AddDays(9));
        await _story.SendAsync(Chain.Toewijzing(Begin, _toewijzing, Begin, null));
        await _story.SendAsync(Chain.Start(begin, _toewijzing, begin));
        await _story.SendAsync(Chain.Stop(begin.AddDays(10), _toewijzing, begin, begin.AddDays(8)));
        // While there is a stop on it, the start can't be removed.
        await _story.SendAsync(Chain.Start(begin.AddDays(11), new StartLine(_toewijzing, begin, Removal: true)));
        if (inOne)
        {
            await _story.SendAsync(Chain.Stop(begin.AddDays(12), gone, updated));
        }
        else
        {
            await _story.SendAsync(Chain.Stop(begin.AddDays(12), gone));
            await _story.SendAsync(Chain.Stop(begin.AddDays(12), updated));
        }

        await _story.ExpectedAsync(
            inOne ? ["JW302", "JW305", "JW307", "JW307"] : ["JW302", "JW305", "JW307", "JW307", "JW307"],
            inOne ? ["JW301", "JW306", "JW308", "JW306 9071", "JW308"] : ["JW301", "JW306", "JW308", "JW306 9071", "JW308", "JW308"]
        );
    }

    [Fact]
    public async Task A_declaratie_is_granted_in_part_and_corrected_and_sent_again()
    {
        string R(int number) => $"P{_toewijzing}{number}";
        await _story.SendAsync(Chain.Toewijzing(Begin, _toewijzing, Begin, null));
        await _story.SendAsync(
            Chain.Declaratie(Month, $"D{_toewijzing}1", new PrestatieLine(R(1), _toewijzing), new PrestatieLine(R(2), _toewijzing + 1))
        );
        await _story.ExpectedAsync(["JW302", "JW323"], ["JW301", "JW325 9338"]);

        // Credit and new debet, and the refused one again under a number of its own, on a toewijzing that is there now.
        await _story.SendAsync(Chain.Toewijzing(Begin.AddDays(1), _toewijzing + 1, Begin, null));
        await _story.SendAsync(
            Chain.Declaratie(
                Month,
                $"D{_toewijzing}2",
                new PrestatieLine(R(3), _toewijzing, Previous: R(1)),
                new PrestatieLine(R(4), _toewijzing, Hours: 10),
                new PrestatieLine(R(5), _toewijzing + 1)
            )
        );
        await _story.ExpectedAsync(["JW302", "JW323"], ["JW301", "JW325 8001"]);

        // A number is used once, also by what was refused, and a debet is credited once. All that is new is wrong: nothing goes on but the
        // declaratie.
        await _story.SendAsync(
            Chain.Declaratie(
                Month,
                $"D{_toewijzing}3",
                new PrestatieLine(R(2), _toewijzing + 1),
                new PrestatieLine(R(6), _toewijzing, Previous: R(1))
            )
        );
        await _story.ExpectedAsync(["JW323"], ["JW325 9389 8021 9390"]);

        // A number of a declaratie too.
        await _story.SendAsync(Chain.Declaratie(Month, $"D{_toewijzing}3", new PrestatieLine(R(7), _toewijzing)));
        await _story.ExpectedAsync([], ["JW325 9333"]);
    }

    [Fact]
    public async Task Taakgericht_without_a_toewijzing()
    {
        var begin = Begin.AddDays(2);
        await _story.SendAsync(Chain.Start(begin, new StartLine(null, begin)));
        await _story.SendAsync(Chain.Stop(begin.AddDays(9), new StopLine(null, begin, begin.AddDays(8))));

        await _story.ExpectedAsync(["JW305", "JW307"], ["JW306", "JW308"]);
    }
}
