using Hub.Tests.Gedeeld;
using Hub.Verwerking;
using Ijw;

namespace Hub.Tests.Verwerking;

public class EigenRetourTests
{
    private static readonly DateTimeOffset Nu = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("JW301", "0503", "90000001", "JW302")]
    [InlineData("JW305", "90000001", "0503", "JW306")]
    [InlineData("JW307", "90000001", "0503", "JW308")]
    [InlineData("JW323", "90000001", "0503", "JW325")]
    public void It_goes_back_to_the_sender_and_is_the_same_whenever_it_is_made(string soort, string afzender, string ontvanger, string antwoord)
    {
        var heen = Statussen.Afgekeurd(soort, afzender, ontvanger, Nu);

        var een = EigenRetour.Op(heen, Nu);
        var twee = EigenRetour.Op(heen, Nu.AddDays(3));

        Assert.Equal(een.Inhoud, twee.Inhoud);
        Assert.Equal(een.Status.BerichtId, twee.Status.BerichtId);
        Assert.Equal(een.Status.Archief, twee.Status.Archief);
        Assert.Equal(antwoord, een.Status.Kop.Soort.Naam);
        Assert.Equal(afzender, een.Status.Kop.Geadresseerde);
        Assert.Equal(ontvanger, een.Status.Kop.Verzender);
        Assert.Equal(heen.BerichtId, een.Status.Heenbericht);
        Assert.Equal(Oordeel.Goedgekeurd, een.Status.Oordeel);
    }

    [Fact]
    public void Its_identification_has_twelve_characters_and_differs_per_heenbericht()
    {
        var een = EigenRetour.Identificatie("0503-00112233445566778899aabbccddeeff");
        var ander = EigenRetour.Identificatie("0503-00112233445566778899aabbccddeefe");

        Assert.Matches("^[0-9A-Z]{12}$", een);
        Assert.NotEqual(een, ander);
    }
}
