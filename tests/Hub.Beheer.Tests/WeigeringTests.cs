using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Berichten;

namespace Hub.Beheer.Tests;

/// <summary>What was refused, by the kenmerk that the sender was given.</summary>
public sealed class WeigeringTests(Azurite azurite)
{
    private const string Kenmerk = "0199aabbccdd7eeff001122334455667";

    [Fact]
    public async Task It_tells_whose_it_was_when_how_large_what_was_wrong_and_until_when_it_is_kept()
    {
        var beheer = new Beheer(azurite);
        await new TableWeigeringen(Opslagaccount.Met(beheer.Verbinding)).VoegToeAsync(
            new Weigering
            {
                Kenmerk = Kenmerk,
                Deelnemer = "90000001",
                Bevindingen = [new Bevinding(1, "XSD", null, "/Bericht/Client/Geslacht", 4, 9, "Het geslacht is onjuist.")],
                AantalBevindingen = 3,
                Archief = new ArchiefVerwijzing("geweigerd-90000001", "2026/07/20/x.xml"),
                Sha256 = new string('0', 64),
                Lengte = 1234,
                Ontvangen = new DateTimeOffset(2026, 7, 20, 8, 30, 0, TimeSpan.Zero),
            },
            TestContext.Current.CancellationToken);

        var (code, uit, _) = await beheer.VoerUitAsync("weigering", Kenmerk);

        Assert.Equal(0, code);
        Assert.Equal(
            [
                "2026-07-20 08:30:00 van 90000001, 1234 bytes, bewaard tot en met 2026-10-18",
                "XSD /Bericht/Client/Geslacht, regel 4, kolom 9: Het geslacht is onjuist.",
                "Dit zijn de eerste 1 van 3 bevindingen.",
            ],
            uit);
    }

    [Fact]
    public async Task A_kenmerk_that_is_not_there_is_no_success()
    {
        var (code, uit, fout) = await new Beheer(azurite).VoerUitAsync("weigering", "onzin");

        Assert.Equal((2, 0), (code, uit.Length));
        Assert.Equal("Onder dit kenmerk is niets geweigerd, of het is al weg.", Assert.Single(fout));
    }
}
