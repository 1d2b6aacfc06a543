using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Tests.Gedeeld;
using Hub.Verwerking;
using Ijw.Dossiers.Facts;

namespace Hub.Tests.Verwerking;

public class RouteringTests
{
    [Theory]
    [InlineData("JW301", Uitslagsoort.Aanvaard, Retour.Hub, Besluit.AfleverenMetRetour)]
    [InlineData("JW301", Uitslagsoort.Aanvaard, Retour.Zelf, Besluit.Afleveren)]
    [InlineData("JW301", Uitslagsoort.Afgewezen, Retour.Hub, Besluit.RetourSturen)]
    [InlineData("JW305", Uitslagsoort.Afgewezen, Retour.Hub, Besluit.RetourSturen)]
    [InlineData("JW323", Uitslagsoort.Afgewezen, Retour.Hub, Besluit.RetourSturen)]
    [InlineData("JW301", Uitslagsoort.Afgewezen, Retour.Zelf, Besluit.Afleveren)]
    [InlineData("JW302", Uitslagsoort.Afgewezen, Retour.Hub, Besluit.Afleveren)]
    [InlineData("JW325", Uitslagsoort.Aanvaard, Retour.Hub, Besluit.Afleveren)]
    [InlineData("JW325", Uitslagsoort.Afgewezen, Retour.Hub, Besluit.Afleveren)]
    public void The_hub_answers_what_has_an_answer_for_one_who_mandated_it(string soort, Uitslagsoort uitslag, Retour retour, Besluit verwacht)
    {
        foreach (var isVolledig in (bool[])[true, false]) Assert.Equal(verwacht, Beslis(soort, uitslag, retour, isVolledig));
    }

    [Theory]
    [InlineData(true, Besluit.AfleverenMetRetour)]
    [InlineData(false, Besluit.Afleveren)]
    public void A_declaratie_is_granted_only_when_the_register_is_complete(bool isVolledig, Besluit verwacht) =>
        Assert.Equal(verwacht, Beslis("JW323", Uitslagsoort.Aanvaard, Retour.Hub, isVolledig));

    private static Besluit Beslis(string soort, Uitslagsoort uitslag, Retour retour, bool isVolledig)
    {
        var ontvanger = new Deelnemer(DeelnemerSoort.Gemeente, "0503", "Delft", retour, []);
        return Routering.Beslis(Koppen.Kop(soort, "90000001", "0503"), ontvanger, uitslag, isVolledig);
    }
}
