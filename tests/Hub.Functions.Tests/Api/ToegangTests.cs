using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hub.Functions.Tests.Gedeeld;

namespace Hub.Functions.Tests.Api;

public sealed class ToegangTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    [Theory]
    [InlineData("POST", "/berichten")]
    [InlineData("POST", "/controle")]
    [InlineData("GET", "/berichten/0503-00112233445566778899aabbccddeeff")]
    [InlineData("GET", "/berichten/0503-00112233445566778899aabbccddeeff/inhoud")]
    [InlineData("POST", "/berichten/0503-00112233445566778899aabbccddeeff/opnieuw")]
    [InlineData("GET", "/postbus")]
    [InlineData("DELETE", "/postbus/0503-00112233445566778899aabbccddeeff")]
    public async Task Without_a_token_there_is_no_way_in(string methode, string pad)
    {
        var antwoord = await hub.StuurAsync(new HttpMethod(methode), pad, als: null, methode == "POST" ? new StringContent("<a/>", Encoding.UTF8, "application/xml") : null);

        Assert.Equal(401, antwoord.Status);
        Assert.Equal("niet-aangemeld", antwoord.Probleem);
        Assert.Equal("Bearer", antwoord.WwwAuthenticate);
    }

    [Fact]
    public async Task A_token_of_another_issuer_audience_key_or_time_is_refused()
    {
        using var vreemd = RSA.Create(2048);
        var app = HubOmgeving.AppId(Voorbeelden.Aanbieder);
        string[] tokens =
        [
            hub.Uitgever.Token(app, publiek: "api://iets-anders"),
            hub.Uitgever.Token(app, uitgever: "https://login.example"),
            hub.Uitgever.Token(app, sleutel: vreemd),
            hub.Uitgever.Token(app, minuten: -5),
            "onzin",
        ];

        foreach (var token in tokens) Assert.Equal(401, await StatusAsync(token));
        Assert.Equal(404, await StatusAsync(hub.Uitgever.Token(app)));
    }

    [Fact]
    public async Task Without_the_role_or_as_an_unknown_application_it_is_forbidden()
    {
        Assert.Equal(403, await StatusAsync(hub.Uitgever.Token(HubOmgeving.AppId(Voorbeelden.Aanbieder), rol: "Iets.Anders")));
        Assert.Equal(403, await StatusAsync(hub.Uitgever.Token(Guid.NewGuid().ToString())));
        Assert.Equal(403, await StatusAsync(hub.Uitgever.Token(appId: null)));
    }

    [Fact]
    public async Task The_role_of_the_beheerder_opens_no_bericht_and_no_postbus()
    {
        var token = hub.Uitgever.Token(HubOmgeving.AppId(Voorbeelden.Aanbieder), rol: "Hub.Beheren");

        Assert.Equal(403, await StatusAsync(token));
        Assert.Equal(403, (await hub.StuurAsync(HttpMethod.Get, "/postbus", null, token: token)).Status);
    }

    [Theory]
    [InlineData("90000002")]
    [InlineData(Voorbeelden.Gemeente)]
    public async Task Nobody_sends_in_the_name_of_another(string aanroeper)
    {
        var voor = await hub.ArchiefAsync();

        var antwoord = await hub.PostAsync(aanroeper, Voorbeelden.Stop(producten: 6000));

        Assert.Equal(voor.Count, (await hub.ArchiefAsync()).Count);
        Assert.Equal(403, antwoord.Status);
        Assert.Equal("niet-namens-verzender", antwoord.Probleem);
    }

    [Fact]
    public async Task A_retour_is_sent_by_the_receiver_of_the_heenbericht()
    {
        var retour = Voorbeelden.StopRetour(Voorbeelden.Nieuw(), Voorbeelden.Nieuw());

        Assert.Equal(403, (await hub.PostAsync(Voorbeelden.Aanbieder, retour)).Status);
        Assert.Equal(202, (await hub.PostAsync(Voorbeelden.Gemeente, retour)).Status);
    }

    [Fact]
    public async Task A_receiver_that_takes_no_part_is_refused_before_anything_is_kept()
    {
        var voor = await hub.ArchiefAsync();

        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(ontvanger: "0363"));

        Assert.Equal(voor.Count, (await hub.ArchiefAsync()).Count);

        Assert.Equal(422, antwoord.Status);
        Assert.Equal("onbekende-geadresseerde", antwoord.Probleem);
    }

    private async Task<int> StatusAsync(string token)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, "/berichten/0503-00112233445566778899aabbccddeeff");
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var antwoord = await hub.Http.SendAsync(verzoek, TestContext.Current.CancellationToken);
        return (int)antwoord.StatusCode;
    }
}
