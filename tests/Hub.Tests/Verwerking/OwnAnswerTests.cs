using Hub.Berichten;
using Hub.Tests.Shared;
using Hub.Verwerking.Steps;
using Ijw.Retour;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Verwerking;

public class OwnAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("JW301", "0503", "90000001", "JW302")]
    [InlineData("JW305", "90000001", "0503", "JW306")]
    [InlineData("JW307", "90000001", "0503", "JW308")]
    [InlineData("JW323", "90000001", "0503", "JW325")]
    public void It_goes_back_to_the_sender_and_has_one_id_and_place_whatever_it_says(
        string kind,
        string afzender,
        string ontvanger,
        string answer
    )
    {
        var heen = Statuses.Rejected(kind, afzender, ontvanger, Now);

        var one = Made("R1", Now);
        var other = Made("R2", Now.AddDays(3));

        Assert.NotEqual(one.Sha256, other.Sha256);
        Assert.Equal((one.BerichtId, one.Archief), (other.BerichtId, other.Archief));
        Assert.True(BerichtId.IsValid(one.BerichtId));
        Assert.Equal(answer, one.Header.Kind.Name);
        Assert.Equal(afzender, one.Header.Addressee);
        Assert.Equal(ontvanger, one.Header.Sender);
        Assert.Equal(heen.BerichtId, one.Heenbericht);
        Assert.Equal(Oordeel.Approved, one.Oordeel);
        Assert.Equal(heen.BerichtId[..BerichtId.Together], one.BerichtId[..BerichtId.Together]);

        BerichtStatus Made(string identificatie, DateTimeOffset now) =>
            OwnAnswer
                .Made(
                    heen,
                    RetourBuilder.TechnicallyRejected(heen.Header, identificatie, heen.Ontvangstdatum),
                    Statuses.Keys,
                    new FakeTimeProvider(now)
                )
                .Bericht;
    }

    [Fact]
    public void Its_identification_has_twelve_characters_and_differs_per_heenbericht()
    {
        var one = OwnAnswer.Identificatie("0503-00112233445566778899aabbccddeeff");
        var other = OwnAnswer.Identificatie("0503-00112233445566778899aabbccddeefe");

        Assert.Matches("^[0-9A-Z]{12}$", one);
        Assert.NotEqual(one, other);
    }
}
