using Hub.Berichten;

namespace Hub.Tests.Berichten;

public class BevindingTextTests
{
    private static readonly Bevinding One = new(
        2,
        "TR101",
        "0001",
        "/Bericht/Client/StopProducten/StopProduct[2]",
        31,
        4,
        "Sleutel komt vaker voor."
    );

    [Fact]
    public void Findings_come_back_as_they_were() =>
        Assert.Equal(
            [One, One with { Level = 1, Retourcode = null }],
            BevindingText.Read(BevindingText.Write([One, One with { Level = 1, Retourcode = null }]))
        );

    [Fact]
    public void Advice_comes_back_as_advice() =>
        Assert.Equal([One with { Advice = true }], BevindingText.Read(BevindingText.Write([One with { Advice = true }])));

    [Fact]
    public void What_was_kept_before_there_was_advice_is_no_advice() =>
        Assert.False(
            Assert
                .Single(BevindingText.Read("""[{"niveau":2,"regel":"TR101","pad":"/Bericht","regelnummer":1,"kolom":1,"tekst":"Nee."}]"""))
                .Advice
        );

    [Fact]
    public void More_findings_than_fit_in_a_row_are_cut_at_a_whole_finding()
    {
        var text = BevindingText.Write([.. Enumerable.Repeat(One, 1000)]);

        Assert.InRange(text.Length, BevindingText.MaxChars - 400, BevindingText.MaxChars);
        Assert.All(BevindingText.Read(text), bevinding => Assert.Equal(One, bevinding));
    }

    [Fact]
    public void Of_what_does_not_fit_advice_is_left_off_first()
    {
        var advice = One with { Advice = true };

        var kept = BevindingText.Read(BevindingText.Write([.. Enumerable.Repeat(advice, 1000), One, advice]));

        Assert.Equal(One, kept[^1]);
        Assert.All(kept.SkipLast(1), bevinding => Assert.Equal(advice, bevinding));
    }
}
