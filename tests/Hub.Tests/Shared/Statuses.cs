using Hub.Archief;
using Hub.Berichten;

namespace Hub.Tests.Shared;

/// <summary>Recorded berichten for tests.</summary>
internal static class Statuses
{
    public static ClientKeys Keys { get; } = new("1", new byte[ClientKeys.MinLength]);

    public static BerichtStatus Rejected(string kind, string afzender, string ontvanger, DateTimeOffset received) =>
        new()
        {
            BerichtId = "0503-00112233445566778899aabbccddeeff",
            Header = Headers.Header(kind, afzender, ontvanger),
            Oordeel = Oordeel.Rejected,
            Bevindingen = [],
            BevindingCount = 1,
            Archief = new ArchiefReference("archief-0503", "2026/07/20/x.xml"),
            Sha256 = new string('0', 64),
            Length = 1,
            Ontvangstdatum = new DateOnly(2026, 7, 20),
            Trail = new Trail { Received = received },
        };
}
