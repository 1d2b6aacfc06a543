using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Berichten;

namespace Hub.Beheer.Tests;

/// <summary>What was refused, by the kenmerk that the sender was given.</summary>
public sealed class RefusalCommandTests(AzuriteFixture azurite)
{
    private const string Reference = "0199aabbccdd7eeff001122334455667";

    [Fact]
    public async Task It_tells_whose_it_was_when_how_large_what_was_wrong_and_until_when_it_is_kept()
    {
        var admin = new Admin(azurite);
        await new TableRefusals(StorageAccount.With(admin.Connection)).AddAsync(
            new Refusal
            {
                Reference = Reference,
                Deelnemer = "90000001",
                Bevindingen = [new Bevinding(1, "XSD", null, "/Bericht/Client/Geslacht", 4, 9, "Het geslacht is onjuist.")],
                BevindingCount = 3,
                Archief = new ArchiefReference("geweigerd-90000001", "2026/07/20/x.xml"),
                Sha256 = new string('0', 64),
                Length = 1234,
                Received = new DateTimeOffset(2026, 7, 20, 8, 30, 0, TimeSpan.Zero),
            },
            TestContext.Current.CancellationToken
        );

        var (code, output, _) = await admin.ExecuteAsync("weigering", Reference);

        Assert.Equal(0, code);
        Assert.Equal(
            [
                "2026-07-20 08:30:00 van 90000001, 1234 bytes, bewaard tot en met 2026-10-18",
                "XSD /Bericht/Client/Geslacht, regel 4, kolom 9: Het geslacht is onjuist.",
                "Dit zijn de eerste 1 van 3 bevindingen.",
            ],
            output
        );
    }

    [Fact]
    public async Task A_reference_that_is_not_there_is_no_success()
    {
        var (code, output, fault) = await new Admin(azurite).ExecuteAsync("weigering", "onzin");

        Assert.Equal((2, 0), (code, output.Length));
        Assert.Equal("Onder dit kenmerk is niets geweigerd, of het is al weg.", Assert.Single(fault));
    }
}
