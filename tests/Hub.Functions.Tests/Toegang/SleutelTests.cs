using System.Security.Cryptography;
using Hub.Functions.Tests.Gedeeld;

namespace Hub.Functions.Tests.Toegang;

/// <summary>Keys that turn, and clocks that differ.</summary>
public sealed class SleutelTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private static readonly string App = HubOmgeving.AppId(Voorbeelden.Aanbieder);

    [Fact]
    public async Task A_new_key_is_fetched_when_it_is_first_seen_and_the_old_one_counts_no_more_and_unknown_ones_cause_no_storm()
    {
        var oud = hub.Uitgever.Token(App);
        Assert.Equal(200, await StatusAsync(oud));

        hub.Uitgever.Roteer();
        var nieuw = hub.Uitgever.Token(App);
        // The first one makes the app look; a caller that tries once more is in.
        Assert.Contains(await StatusAsync(nieuw), (int[])[200, 401]);
        await WachtAsync(async () => await StatusAsync(nieuw) == 200);
        Assert.Equal(401, await StatusAsync(oud));

        var voor = hub.Uitgever.Opvragingen;
        using var vreemd = RSA.Create(2048);
        for (var keer = 0; keer < 20; keer++) Assert.Equal(401, await StatusAsync(hub.Uitgever.Token(App, sleutel: vreemd, kid: $"onbekend{keer}")));
        Assert.InRange(hub.Uitgever.Opvragingen - voor, 0, 1);
        Assert.Equal(200, await StatusAsync(nieuw));
    }

    [Theory]
    [InlineData(30, -3600, 200)]
    [InlineData(90, -3600, 401)]
    [InlineData(-600, 30, 200)]
    [InlineData(-600, 90, 401)]
    public async Task A_clock_may_be_a_minute_off_and_no_more(int secondenVerlopen, int secondenVanaf, int status) =>
        Assert.Equal(status, await StatusAsync(hub.Uitgever.Token(
            App, verlopen: TimeSpan.FromSeconds(secondenVerlopen), vanaf: TimeSpan.FromSeconds(secondenVanaf))));

    [Theory]
    [InlineData("X-ARR-ClientCert")]
    [InlineData("X-Client-Cert")]
    [InlineData("X-Forwarded-Client-Cert")]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    public async Task A_header_that_names_a_certificate_or_a_caller_opens_nothing(string kop)
    {
        var antwoord = await hub.StuurAsync(HttpMethod.Get, "/postbus", als: null, aanpassing: verzoek => verzoek.Headers.TryAddWithoutValidation(kop, App));
        Assert.Equal(401, antwoord.Status);
    }

    private async Task<int> StatusAsync(string token) => (await hub.StuurAsync(HttpMethod.Get, "/postbus", als: null, token: token)).Status;

    private static async Task WachtAsync(Func<Task<bool>> klaar)
    {
        var limit = Patience.Token;
        while (!await klaar()) limit.ThrowIfCancellationRequested();
    }
}
