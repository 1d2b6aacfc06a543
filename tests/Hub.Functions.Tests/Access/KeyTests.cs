using System.Security.Cryptography;
using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Access;

/// <summary>Keys that turn, and clocks that differ.</summary>
public sealed class KeyTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly string App = HubFixture.AppId(HubSamples.Aanbieder);

    [Fact]
    public async Task A_new_key_is_fetched_when_it_is_first_seen_and_the_old_one_counts_no_more_and_unknown_ones_cause_no_storm()
    {
        var old = hub.Issuer.Token(App);
        Assert.Equal(200, await StatusAsync(old));

        hub.Issuer.Rotate();
        var updated = hub.Issuer.Token(App);
        // The first one makes the app look; a caller that tries once more is in.
        Assert.Contains(await StatusAsync(updated), (int[])[200, 401]);
        await WaitAsync(async () => await StatusAsync(updated) == 200);
        Assert.Equal(401, await StatusAsync(old));

        var before = hub.Issuer.Requests;
        using var foreign = RSA.Create(2048);
        for (var turn = 0; turn < 20; turn++)
        {
            Assert.Equal(401, await StatusAsync(hub.Issuer.Token(App, key: foreign, kid: $"onbekend{turn}")));
        }
        Assert.InRange(hub.Issuer.Requests - before, 0, 1);
        Assert.Equal(200, await StatusAsync(updated));
    }

    [Theory]
    [InlineData(30, -3600, 200)]
    [InlineData(90, -3600, 401)]
    [InlineData(-600, 30, 200)]
    [InlineData(-600, 90, 401)]
    public async Task A_clock_may_be_a_minute_off_and_no_more(int secondsExpired, int secondsFrom, int status) =>
        Assert.Equal(
            status,
            await StatusAsync(hub.Issuer.Token(App, expired: TimeSpan.FromSeconds(secondsExpired), from: TimeSpan.FromSeconds(secondsFrom)))
        );

    [Theory]
    [InlineData("X-ARR-ClientCert")]
    [InlineData("X-Client-Cert")]
    [InlineData("X-Forwarded-Client-Cert")]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    public async Task A_header_that_names_a_certificate_or_a_caller_opens_nothing(string header)
    {
        var answer = await hub.SendAsync(
            HttpMethod.Get,
            "/postbus",
            condition: null,
            adjustment: verzoek => verzoek.Headers.TryAddWithoutValidation(header, App)
        );
        Assert.Equal(401, answer.Status);
    }

    private async Task<int> StatusAsync(string token) =>
        (await hub.SendAsync(HttpMethod.Get, "/postbus", condition: null, token: token)).Status;

    private static async Task WaitAsync(Func<Task<bool>> done)
    {
        var limit = Patience.Token;
        while (!await done())
        {
            limit.ThrowIfCancellationRequested();
        }
    }
}
