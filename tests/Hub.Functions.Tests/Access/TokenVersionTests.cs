using Hub.Functions.Tests.Shared;
using Hub.Local.Access;

namespace Hub.Functions.Tests.Access;

/// <summary>
/// The tokens that Entra gives, by its own rules: the hub takes those of version 2, and none that is of version 1 or a mixture. With
/// <c>api://…</c> as its audience beside the issuer of version 2 it would take none that Entra ever gives.
/// </summary>
public sealed class TokenVersionTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Audience = "Het token is niet voor deze hub (aud).";
    private const string Issuer = "Het token is van een onbekende uitgever (iss).";
    private const string Version = "Het token is niet van versie 2.0 (ver).";

    private static readonly string App = HubFixture.AppId(HubSamples.Aanbieder);

    [Fact]
    public async Task A_token_of_version_2_for_the_client_id_of_the_hub_opens_the_door() =>
        Assert.Equal(200, (await hub.SendAsync(HttpMethod.Get, "/postbus", condition: null, token: hub.Issuer.Token(App))).Status);

    [Theory]
    [InlineData("as Entra gives version 1", Audience)]
    [InlineData("version 2 with the address of the hub as its audience", Audience)]
    [InlineData("version 1 for the client id", Issuer)]
    [InlineData("version 1 in all but its issuer", Version)]
    [InlineData("version 2 that says 1.0", Version)]
    [InlineData("version 2 that says nothing", Version)]
    public async Task A_token_of_version_1_or_a_mixture_is_refused_with_the_reason(string what, string reason)
    {
        var answer = await hub.SendAsync(HttpMethod.Get, "/postbus", condition: null, token: Token(what));

        Assert.Equal((401, "niet-aangemeld"), (answer.Status, answer.Problem));
        Assert.StartsWith(reason + " ", answer.Field("detail"), StringComparison.Ordinal);
        Assert.Equal($"Bearer error=\"invalid_token\", error_description=\"{reason}\"", answer.WwwAuthenticate);
    }

    [Fact]
    public async Task An_application_that_nobody_knows_is_known_by_no_other_claim()
    {
        Assert.Equal(403, await StatusAsync(hub.Issuer.Token(Guid.NewGuid().ToString())));
        // Version 1 names its caller so; with azp absent it may not count.
        Assert.Equal(
            403,
            await StatusAsync(
                hub.Issuer.Token(App, version: TokenVersion.V1, ver: "2.0", isPublic: TestTokenIssuer.ClientId, issuer: hub.Issuer.Address)
            )
        );
    }

    private async Task<int> StatusAsync(string token) =>
        (await hub.SendAsync(HttpMethod.Get, "/postbus", condition: null, token: token)).Status;

    private string Token(string what) =>
        what switch
        {
            "as Entra gives version 1" => hub.Issuer.Token(App, version: TokenVersion.V1),
            "version 2 with the address of the hub as its audience" => hub.Issuer.Token(App, isPublic: TestTokenIssuer.IdentifierUri),
            "version 1 for the client id" => hub.Issuer.Token(App, version: TokenVersion.V1, isPublic: TestTokenIssuer.ClientId),
            "version 1 in all but its issuer" => hub.Issuer.Token(
                App,
                version: TokenVersion.V1,
                isPublic: TestTokenIssuer.ClientId,
                issuer: hub.Issuer.Address
            ),
            "version 2 that says 1.0" => hub.Issuer.Token(App, ver: "1.0"),
            _ => hub.Issuer.Token(App, ver: ""),
        };
}
