using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Reading;

/// <summary>The published sample berichten, of which messages.md section 7 says what is wrong.</summary>
public class GepubliceerdeVoorbeeldenTests
{
    [Theory]
    [InlineData("JW301", Oordeel.Goedgekeurd)]
    [InlineData("JW302", Oordeel.Goedgekeurd)]
    [InlineData("JW305", Oordeel.Goedgekeurd)]
    [InlineData("JW306", Oordeel.Goedgekeurd)]
    [InlineData("JW307", Oordeel.Goedgekeurd)]
    [InlineData("JW308", Oordeel.Goedgekeurd)]
    public void The_correct_ones_are_goedgekeurd(string soort, Oordeel verwacht)
    {
        var resultaat = Controles.Controleer(Lees(soort));

        Assert.Empty(resultaat.Bevindingen);
        Assert.Equal(verwacht, resultaat.Oordeel);
        Assert.Equal(soort, resultaat.Kop?.Soort.Naam);
    }

    [Fact]
    public void The_JW323_repeats_a_ReferentieNummer_under_one_client()
    {
        var resultaat = Controles.Controleer(Lees("JW323"));

        Assert.Equal(Oordeel.Afgekeurd, resultaat.Oordeel);
        Assert.Contains(resultaat.Bevindingen, bevinding => bevinding.Regel == "TR101");
    }

    private static byte[] Lees(string soort) => File.ReadAllBytes(Path.Combine(Standaardmap.Vereist(), "berichten", $"{soort}.xml"));
}
