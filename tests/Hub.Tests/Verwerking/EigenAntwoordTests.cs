using Hub.Berichten;
using Hub.Tests.Gedeeld;
using Hub.Verwerking;
using Ijw.Retour;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Verwerking;

public class EigenAntwoordTests
{
    private static readonly DateTimeOffset Nu = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("JW301", "0503", "90000001", "JW302")]
    [InlineData("JW305", "90000001", "0503", "JW306")]
    [InlineData("JW307", "90000001", "0503", "JW308")]
    [InlineData("JW323", "90000001", "0503", "JW325")]
    public void It_goes_back_to_the_sender_and_has_one_id_and_place_whatever_it_says(string soort, string afzender, string ontvanger, string antwoord)
    {
        var heen = Statussen.Afgekeurd(soort, afzender, ontvanger, Nu);

        var een = Made("R1", Nu);
        var ander = Made("R2", Nu.AddDays(3));

        Assert.NotEqual(een.Sha256, ander.Sha256);
        Assert.Equal((een.BerichtId, een.Archief), (ander.BerichtId, ander.Archief));
        Assert.True(BerichtId.IsGeldig(een.BerichtId));
        Assert.Equal(antwoord, een.Kop.Soort.Naam);
        Assert.Equal(afzender, een.Kop.Geadresseerde);
        Assert.Equal(ontvanger, een.Kop.Verzender);
        Assert.Equal(heen.BerichtId, een.Heenbericht);
        Assert.Equal(Oordeel.Goedgekeurd, een.Oordeel);
        Assert.Equal(heen.BerichtId[..BerichtId.Together], een.BerichtId[..BerichtId.Together]);

        BerichtStatus Made(string identificatie, DateTimeOffset now) => EigenAntwoord.Made(
            heen, Retourbouwer.TechnischAfgekeurd(heen.Kop, identificatie, heen.Ontvangstdatum), Statussen.Sleutels, new FakeTimeProvider(now)).Bericht;
    }

    [Fact]
    public void Its_identification_has_twelve_characters_and_differs_per_heenbericht()
    {
        var een = EigenAntwoord.Identificatie("0503-00112233445566778899aabbccddeeff");
        var ander = EigenAntwoord.Identificatie("0503-00112233445566778899aabbccddeefe");

        Assert.Matches("^[0-9A-Z]{12}$", een);
        Assert.NotEqual(een, ander);
    }
}
