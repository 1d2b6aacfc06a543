using Hub.Deelnemers;
using Hub.Local.Opstarten;
using Hub.Local.Voorbeelden;
using Hub.Queues;

namespace Hub.Local.Tests.Voorbeelden;

public sealed class BeoordelingTests
{
    private static readonly Deelnemer Delft = new(DeelnemerSoort.Gemeente, "0503", "Delft", Retour.Hub, []);
    private static readonly Deelnemer DeVliet = new(DeelnemerSoort.Aanbieder, "90000001", "De Vliet", Retour.Hub, []);

    [Fact]
    public void A_bericht_that_arrived_once_and_unchanged_is_as_it_should_be() => Assert.Empty(Beoordeling.Van(Aangekomen([1, 2, 3])));

    [Fact]
    public void A_bericht_that_changed_on_the_way_is_reported() =>
        Assert.Equal(["kwam niet byte voor byte gelijk aan"], Beoordeling.Van(Aangekomen([1, 2, 4])));

    [Fact]
    public void A_bericht_that_arrived_twice_is_reported()
    {
        var uitslag = Aangekomen([1, 2, 3]);

        Assert.Equal(["kwam 2 keer aan in plaats van 1 keer"], Beoordeling.Van(uitslag with { Vondsten = [.. uitslag.Vondsten, .. uitslag.Vondsten] }));
    }

    [Fact]
    public void A_bericht_that_never_arrived_is_reported() =>
        Assert.Equal(["kwam 0 keer aan in plaats van 1 keer"], Beoordeling.Van(Aangekomen([1, 2, 3]) with { Vondsten = [] }));

    [Fact]
    public void A_bericht_that_was_not_processed_in_time_is_reported() =>
        Assert.Equal(["is aangenomen maar niet op tijd verwerkt"], Beoordeling.Van(Aangekomen([1, 2, 3]) with { Stand = null }));

    [Fact]
    public void A_refusal_with_another_status_is_reported()
    {
        var uitslag = Aangekomen([1, 2, 3]) with
        {
            Voorbeeld = new Voorbeeld("a.xml", "", "0503", new Verwachting(Uitkomst.Geweigerd, Status: 403)),
            Antwoord = new HubAntwoord(400, null, "{}"),
        };

        Assert.Equal(["kreeg 400 in plaats van 403"], Beoordeling.Van(uitslag));
    }

    [Fact]
    public void Berichten_that_overtook_each_other_are_reported()
    {
        var eerste = Vondst("a", [1]);
        var tweede = Vondst("b", [1]);

        Assert.Empty(Beoordeling.Volgorde(["a", "b"], [eerste, tweede]));
        Assert.Single(Beoordeling.Volgorde(["a", "b"], [tweede, eerste]));
    }

    private static Proefuitslag Aangekomen(byte[] aangekomen) => new()
    {
        Voorbeeld = new Voorbeeld("a.xml", "", "0503", new Verwachting(Uitkomst.Afgeleverd, Bij: "90000001")),
        Afzender = Delft,
        Inhoud = [1, 2, 3],
        Antwoord = new HubAntwoord(202, "a", "{}"),
        Stand = new Berichtstand
        {
            BerichtId = "a",
            Oordeel = "goedgekeurd",
            Bevindingen = [],
            Spoor = [("ontvangen", DateTimeOffset.UnixEpoch), ("verwerkt", DateTimeOffset.UnixEpoch)],
        },
        Vondsten = [Vondst("a", aangekomen)],
    };

    private static PostbusVondst Vondst(string id, byte[] inhoud) =>
        new(DeVliet, id, "JW301", "goedgekeurd", inhoud, AlsVerwijzing: false, new QueueMessage { MessageId = id, Body = inhoud });
}
