using Hub.Berichten;

namespace Hub.Tests.Berichten;

public class BevindingentekstTests
{
    private static readonly Bevinding Een = new(2, "TR101", "0001", "/Bericht/Client/StopProducten/StopProduct[2]", 31, 4, "Sleutel komt vaker voor.");

    [Fact]
    public void Findings_come_back_as_they_were() =>
        Assert.Equal([Een, Een with { Niveau = 1, Retourcode = null }], Bevindingentekst.Lees(Bevindingentekst.Schrijf([Een, Een with { Niveau = 1, Retourcode = null }])));

    [Fact]
    public void Advice_comes_back_as_advice() =>
        Assert.Equal([Een with { Advies = true }], Bevindingentekst.Lees(Bevindingentekst.Schrijf([Een with { Advies = true }])));

    [Fact]
    public void What_was_kept_before_there_was_advice_is_no_advice() =>
        Assert.False(Assert.Single(Bevindingentekst.Lees("""[{"niveau":2,"regel":"TR101","pad":"/Bericht","regelnummer":1,"kolom":1,"tekst":"Nee."}]""")).Advies);

    [Fact]
    public void More_findings_than_fit_in_a_row_are_cut_at_a_whole_finding()
    {
        var tekst = Bevindingentekst.Schrijf([.. Enumerable.Repeat(Een, 1000)]);

        Assert.InRange(tekst.Length, Bevindingentekst.MaxTekens - 400, Bevindingentekst.MaxTekens);
        Assert.All(Bevindingentekst.Lees(tekst), bevinding => Assert.Equal(Een, bevinding));
    }

    [Fact]
    public void Of_what_does_not_fit_advice_is_left_off_first()
    {
        var advice = Een with { Advies = true };

        var kept = Bevindingentekst.Lees(Bevindingentekst.Schrijf([.. Enumerable.Repeat(advice, 1000), Een, advice]));

        Assert.Equal(Een, kept[^1]);
        Assert.All(kept.SkipLast(1), bevinding => Assert.Equal(advice, bevinding));
    }
}
