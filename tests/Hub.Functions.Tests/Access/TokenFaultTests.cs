using System.Security.Cryptography;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Access;

/// <summary>A 401 says what is wrong with the token, and nothing of what is in it.</summary>
public sealed class TokenFaultTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly string App = HubFixture.AppId(HubSamples.Aanbieder);

    public static TheoryData<string, string> Faults =>
        new()
        {
            { "expired", "Het token is verlopen." },
            { "not yet", "Het token is nog niet geldig." },
            { "audience", "Het token is niet voor deze hub (aud)." },
            { "issuer", "Het token is van een onbekende uitgever (iss)." },
            { "key", "De handtekening van het token klopt niet." },
            { "unknown key", "De handtekening van het token klopt niet." },
            { "changed", "De handtekening van het token klopt niet." },
            { "unsigned", "De handtekening van het token klopt niet." },
            { "no JWT", "Het token is geen leesbaar JWT." },
            { "three parts", "Het token is geen leesbaar JWT." },
            { "crit", "Het token stelt eisen die de hub niet kent (crit)." },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_401_says_what_is_wrong_with_the_token(string what, string said)
    {
        var token = Token(what);

        var answer = await hub.SendAsync(HttpMethod.Get, "/postbus", condition: null, token: token);

        Assert.Equal((401, "niet-aangemeld"), (answer.Status, answer.Problem));
        Assert.StartsWith(said + " ", answer.Field("detail"), StringComparison.Ordinal);
        Assert.Equal($"Bearer error=\"invalid_token\", error_description=\"{said}\"", answer.WwwAuthenticate);
        Assert.DoesNotContain(token, string.Join('\n', hub.Log.Rules), StringComparison.Ordinal);
        Assert.DoesNotContain(token.Split('.')[0], answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic eDp5")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    public async Task Who_shows_no_token_is_told_how_to(string authorization)
    {
        var answer = await hub.SendAsync(
            HttpMethod.Get,
            "/postbus",
            condition: null,
            adjustment: request => request.Headers.TryAddWithoutValidation("Authorization", authorization)
        );

        Assert.Equal((401, "niet-aangemeld", "Bearer"), (answer.Status, answer.Problem, answer.WwwAuthenticate));
    }

    [Theory]
    [InlineData(""" "crit":["b64"],"b64":true """)]
    [InlineData(""" "crit":["http://example.invalid/UNDEFINED"],"http://example.invalid/UNDEFINED":true """)]
    [InlineData(""" "crit":["exp"] """)]
    [InlineData(""" "crit":[] """)]
    [InlineData(""" "crit":"exp" """)]
    [InlineData(""" "crit":null """)]
    [InlineData(""" "crit":{} """)]
    [InlineData(""" "crit":[1] """)]
    [InlineData(""" "\u0063rit":["b64"] """)]
    [InlineData(""" "crit":["b64"],"crit":[] """)]
    public async Task A_token_with_crit_opens_nothing_whatever_it_says(string members) =>
        Assert.Equal(
            401,
            (await hub.SendAsync(HttpMethod.Get, "/postbus", condition: null, token: hub.Issuer.TokenWithHeader(App, members))).Status
        );

    [Fact]
    public async Task A_token_with_another_header_that_nobody_knows_counts()
    {
        var token = hub.Issuer.TokenWithHeader(App, "\"x\":[\"crit\"]");

        Assert.Equal(200, (await hub.SendAsync(HttpMethod.Get, "/postbus", condition: null, token: token)).Status);
    }

    private string Token(string what)
    {
        using var stranger = RSA.Create(2048);
        var good = hub.Issuer.Token(App);
        return what switch
        {
            "expired" => hub.Issuer.Token(App, minutes: -5),
            "not yet" => hub.Issuer.Token(App, from: TimeSpan.FromMinutes(5)),
            "audience" => hub.Issuer.Token(App, isPublic: "api://iets-anders"),
            "issuer" => hub.Issuer.Token(App, issuer: "https://login.example"),
            "key" => hub.Issuer.Token(App, key: stranger),
            "unknown key" => hub.Issuer.Token(App, key: stranger, kid: "onbekend"),
            "changed" => good[..^8] + "AAAAAAAA",
            "unsigned" => "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + good.Split('.')[1] + ".",
            "no JWT" => "onzin-met-geheim",
            "three parts" => "onzin.met.geheim",
            _ => hub.Issuer.TokenWithHeader(App, "\"crit\":[\"b64\"],\"b64\":true"),
        };
    }
}

/// <summary>A hub that cannot reach its issuer.</summary>
public sealed class HubWithoutIssuer(AzuriteFixture azurite) : HubFixture(azurite)
{
    internal override IReadOnlyDictionary<string, string> MoreSettings =>
        new Dictionary<string, string> { ["Toegang:MetadataAddress"] = "http://127.0.0.1:1/.well-known/openid-configuration" };
}

public sealed class IssuerTests(HubWithoutIssuer hub) : IClassFixture<HubWithoutIssuer>
{
    [Fact]
    public async Task When_the_keys_can_not_be_fetched_it_is_not_the_token_that_is_blamed()
    {
        var answer = await hub.GetAsync(HubSamples.Aanbieder, "/postbus");

        Assert.Equal((503, "tijdelijk-niet-mogelijk"), (answer.Status, answer.Problem));
        Assert.Equal("10", answer.Headers["Retry-After"]);
    }
}
