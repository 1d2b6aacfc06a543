using Hub.Deelnemers;
using Hub.Tests.Gedeeld;
using Hub.Verwerking;
using Ijw;

namespace Hub.Tests.Verwerking;

public class RouteringTests
{
    [Theory]
    [InlineData("JW301", Oordeel.Goedgekeurd, Retour.Hub, Besluit.Afleveren)]
    [InlineData("JW301", Oordeel.Goedgekeurd, Retour.Zelf, Besluit.Afleveren)]
    [InlineData("JW301", Oordeel.Afgekeurd, Retour.Hub, Besluit.RetourSturen)]
    [InlineData("JW305", Oordeel.Afgekeurd, Retour.Hub, Besluit.RetourSturen)]
    [InlineData("JW323", Oordeel.Afgekeurd, Retour.Hub, Besluit.RetourSturen)]
    [InlineData("JW301", Oordeel.Afgekeurd, Retour.Zelf, Besluit.Afleveren)]
    [InlineData("JW302", Oordeel.Afgekeurd, Retour.Hub, Besluit.Afleveren)]
    [InlineData("JW325", Oordeel.Afgekeurd, Retour.Hub, Besluit.Afleveren)]
    public void A_retour_is_sent_only_on_a_rejected_heenbericht_for_one_who_mandated_the_hub(
        string soort, Oordeel oordeel, Retour retour, Besluit verwacht)
    {
        var ontvanger = new Deelnemer(DeelnemerSoort.Gemeente, "0503", "Delft", retour, []);

        Assert.Equal(verwacht, Routering.Beslis(oordeel, Koppen.Kop(soort, "90000001", "0503"), ontvanger));
    }
}
