using Hub.Archief;
using Hub.Berichten;

namespace Hub.Tests.Gedeeld;

/// <summary>Recorded berichten for tests.</summary>
internal static class Statussen
{
    public static Clientsleutels Sleutels { get; } = new("1", new byte[Clientsleutels.MinLengte]);

    public static BerichtStatus Afgekeurd(string soort, string afzender, string ontvanger, DateTimeOffset ontvangen) => new()
    {
        BerichtId = "0503-00112233445566778899aabbccddeeff",
        Kop = Koppen.Kop(soort, afzender, ontvanger),
        Oordeel = Oordeel.Afgekeurd,
        Bevindingen = [],
        AantalBevindingen = 1,
        Archief = new ArchiefVerwijzing("archief-0503", "2026/07/20/x.xml"),
        Sha256 = new string('0', 64),
        Lengte = 1,
        Ontvangstdatum = new DateOnly(2026, 7, 20),
        Spoor = new Spoor { Ontvangen = ontvangen },
    };
}
