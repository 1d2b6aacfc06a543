using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Api;

public sealed class AccessTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Theory]
    [InlineData("POST", "/berichten")]
    [InlineData("POST", "/controle")]
    [InlineData("GET", "/berichten/0503-00112233445566778899aabbccddeeff")]
    [InlineData("GET", "/berichten/0503-00112233445566778899aabbccddeeff/inhoud")]
    [InlineData("POST", "/berichten/0503-00112233445566778899aabbccddeeff/opnieuw")]
    [InlineData("GET", "/postbus")]
    [InlineData("DELETE", "/postbus/0503-00112233445566778899aabbccddeeff")]
    public async Task Without_a_token_there_is_no_way_in(string method, string path)
    {
        var answer = await hub.SendAsync(
            new HttpMethod(method),
            path,
            condition: null,
            method == "POST" ? new StringContent("<a/>", Encoding.UTF8, "application/xml") : null
        );

        Assert.Equal(401, answer.Status);
        Assert.Equal("niet-aangemeld", answer.Problem);
        Assert.Equal("Bearer", answer.WwwAuthenticate);
    }

    [Fact]
    public async Task A_token_of_another_issuer_audience_key_or_time_is_refused()
    {
        using var foreign = RSA.Create(2048);
        var app = HubFixture.AppId(HubSamples.Aanbieder);
        string[] tokens =
        [
            hub.Issuer.Token(app, isPublic: "api://iets-anders"),
            hub.Issuer.Token(app, issuer: "https://login.example"),
            hub.Issuer.Token(app, key: foreign),
            hub.Issuer.Token(app, minutes: -5),
            "onzin",
        ];

        foreach (var token in tokens)
        {
            Assert.Equal(401, await StatusAsync(token));
        }
        Assert.Equal(404, await StatusAsync(hub.Issuer.Token(app)));
    }

    [Fact]
    public async Task Without_the_role_or_as_an_unknown_application_it_is_forbidden()
    {
        Assert.Equal(403, await StatusAsync(hub.Issuer.Token(HubFixture.AppId(HubSamples.Aanbieder), role: "Iets.Anders")));
        Assert.Equal(403, await StatusAsync(hub.Issuer.Token(Guid.NewGuid().ToString())));
        Assert.Equal(403, await StatusAsync(hub.Issuer.Token(appId: null)));
    }

    [Fact]
    public async Task The_role_of_the_operator_opens_no_bericht_and_no_postbus()
    {
        var token = hub.Issuer.Token(HubFixture.AppId(HubSamples.Aanbieder), role: "Hub.Beheren");

        Assert.Equal(403, await StatusAsync(token));
        Assert.Equal(403, (await hub.SendAsync(HttpMethod.Get, "/postbus", null, token: token)).Status);
    }

    [Theory]
    [InlineData("90000002")]
    [InlineData(HubSamples.Gemeente)]
    public async Task Nobody_sends_in_the_name_of_another(string caller)
    {
        var before = await hub.ArchiefAsync();

        var answer = await hub.PostAsync(caller, HubSamples.Stop(products: 6000));

        Assert.Equal(before.Count, (await hub.ArchiefAsync()).Count);
        Assert.Equal(403, answer.Status);
        Assert.Equal("niet-namens-verzender", answer.Problem);
    }

    [Fact]
    public async Task A_retour_is_sent_by_the_receiver_of_the_heenbericht()
    {
        var retour = HubSamples.StopRetour(HubSamples.New(), HubSamples.New());

        Assert.Equal(403, (await hub.PostAsync(HubSamples.Aanbieder, retour)).Status);
        Assert.Equal(202, (await hub.PostAsync(HubSamples.Gemeente, retour)).Status);
    }

    [Fact]
    public async Task A_receiver_that_takes_no_part_is_refused_before_anything_is_kept()
    {
        var before = await hub.ArchiefAsync();

        var answer = await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(ontvanger: "0363"));

        Assert.Equal(before.Count, (await hub.ArchiefAsync()).Count);

        Assert.Equal(422, answer.Status);
        Assert.Equal("onbekende-geadresseerde", answer.Problem);
    }

    private async Task<int> StatusAsync(string token)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, "/berichten/0503-00112233445566778899aabbccddeeff");
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await hub.Http.SendAsync(verzoek, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
