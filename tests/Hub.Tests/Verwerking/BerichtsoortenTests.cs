using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Ontvangst;
using Hub.Tests.Gedeeld;
using Hub.Verwerking;
using Ijw.Dossiers.Facts;
using Ijw.Examples;
using Ijw.Retour;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Verwerking;

/// <summary>What differs between the 14 berichtsoorten: who sends it, who gets it, and with what it is answered.</summary>
public class BerichtsoortenTests
{
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";

    private static readonly DateTimeOffset Nu = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly Deelnemerslijst Regio =
        DeelnemersBestand.Lees(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "deelnemers.json"))).Lijst!;

    /// <summary>The Header's Afzender, who sends it, and what answers it.</summary>
    public static TheoryData<string, string, string, string?> Soorten => new()
    {
        { "JW301", Gemeente, Gemeente, "JW302" },
        { "JW302", Gemeente, Aanbieder, null },
        { "JW305", Aanbieder, Aanbieder, "JW306" },
        { "JW306", Aanbieder, Gemeente, null },
        { "JW307", Aanbieder, Aanbieder, "JW308" },
        { "JW308", Aanbieder, Gemeente, null },
        { "JW315", Aanbieder, Aanbieder, "JW316" },
        { "JW316", Aanbieder, Gemeente, null },
        { "JW317", Aanbieder, Aanbieder, "JW318" },
        { "JW318", Aanbieder, Gemeente, null },
        { "JW319", Gemeente, Gemeente, "JW320" },
        { "JW320", Gemeente, Aanbieder, null },
        { "JW323", Aanbieder, Aanbieder, "JW325" },
        { "JW325", Gemeente, Gemeente, null },
    };

    /// <summary>Those that have an answer: who sends it, and with what it is answered.</summary>
    public static TheoryData<string, string, string, string> Answered =>
        [.. Soorten.Select(rij => rij.Data).Where(rij => rij.Item4 is not null).Select(rij => (rij.Item1, rij.Item2, rij.Item3, rij.Item4!))];

    [Fact]
    public void Half_of_them_are_answered() => Assert.Equal((14, 7), (Soorten.Count, Answered.Count));

    [Fact]
    public void The_table_holds_every_berichtsoort() =>
        Assert.Equal(Standaard.Berichtsoorten.Select(soort => soort.Naam).Order(), Soorten.Select(rij => rij.Data.Item1).Order());

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Only_its_sender_can_hand_it_in(string soort, string afzender, string verzender, string? antwoord)
    {
        var bericht = Berichtgenerator.Maak(Standaard.Zoek(soort)!, seed: 1, new GeneratorOpties { Gemeente = Gemeente, Aanbieder = Aanbieder });
        var ander = verzender == Gemeente ? Aanbieder : Gemeente;

        var lezing = new Lezing(Regio.MetCode(verzender)!, Regio, Nu);
        var vreemd = new Lezing(Regio.MetCode(ander)!, Regio, Nu);

        Assert.Null(lezing.Neem(bericht));
        Assert.IsType<OntvangstUitkomst.NietNamensVerzender>(vreemd.Neem(bericht));
        var kop = lezing.Rond().Kop!;
        Assert.Equal((afzender, verzender, ander, antwoord), (kop.Afzender, kop.Verzender, kop.Geadresseerde, kop.Soort.Antwoord));
        Assert.Equal("geweigerd-" + verzender, lezing.RefusalPlace.Container);
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void It_is_answered_when_it_has_an_answer_and_its_receiver_mandated_the_hub(
        string soort, string afzender, string verzender, string? antwoord)
    {
        var ontvanger = afzender == Gemeente ? Aanbieder : Gemeente;
        var kop = Koppen.Kop(soort, afzender, ontvanger);
        Assert.Equal(verzender, kop.Verzender);
        foreach (var uitslag in (Uitslagsoort[])[Uitslagsoort.Aanvaard, Uitslagsoort.Afgewezen])
        {
            foreach (var mandaat in (Retour[])[Retour.Hub, Retour.Zelf])
            {
                var isBeantwoord = antwoord is not null && mandaat == Retour.Hub;
                var verwacht = !isBeantwoord ? Besluit.Afleveren : uitslag == Uitslagsoort.Afgewezen ? Besluit.RetourSturen : Besluit.AfleverenMetRetour;
                Assert.Equal(verwacht, Routering.Beslis(kop, Regio.MetCode(kop.Geadresseerde)! with { Retour = mandaat }, uitslag, isVolledig: true));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public void The_retour_of_the_hub_is_of_the_right_kind_and_goes_to_the_sender(string soort, string afzender, string verzender, string antwoord)
    {
        var heen = Statussen.Afgekeurd(soort, afzender, afzender == Gemeente ? Aanbieder : Gemeente, Nu);

        var retour = EigenAntwoord.Made(
            heen, Retourbouwer.TechnischAfgekeurd(heen.Kop, "R1", heen.Ontvangstdatum), Statussen.Sleutels, new FakeTimeProvider(Nu)).Bericht;

        Assert.Equal((antwoord, verzender), (retour.Kop.Soort.Naam, retour.Kop.Geadresseerde));
        Assert.Equal(Oordeel.Goedgekeurd, retour.Oordeel);
        Assert.Empty(retour.Bevindingen);
    }
}
