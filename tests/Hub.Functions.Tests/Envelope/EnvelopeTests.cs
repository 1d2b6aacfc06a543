using System.Text;
using Hub.Functions.Tests.Gedeeld;
using Hub.Verwerking;

namespace Hub.Functions.Tests.Envelope;

public sealed class EnvelopeTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private static readonly byte[] Werk = new Werkopdracht(1, "0503-00112233445566778899aabbccddeeff").Schrijf();

    [Fact]
    public async Task Success_is_a_json_object_and_never_an_empty_body()
    {
        foreach (var antwoord in (Antwoord[])[await hub.VerwerkAsync(Werk), await hub.RoepAanAsync("Bewaking", Envelopen.Timer)])
        {
            Assert.Equal(200, antwoord.Status);
            Assert.Equal("{}", antwoord.Tekst);
            Assert.StartsWith("application/json", antwoord.Soort, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":{"message":null}}""")]
    [InlineData("""{"Data":{"message":"geen base64!"}}""")]
    [InlineData("""{"Data":{"message":"bm9nIGVlbiBmb3V0"}}""")]
    [InlineData("""{"Data":{"message":"{\"versie\":1,\"berichtId\":\"0503-00112233445566778899aabbccddeeff\"}"}}""")]
    public async Task What_cannot_be_understood_is_a_500_so_that_the_host_abandons_it(string envelope) =>
        Assert.Equal(500, (await hub.RoepAanAsync("VerwerkBericht", envelope)).Status);

    [Fact]
    public async Task Metadata_that_a_body_can_forge_changes_nothing()
    {
        var id = (await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop())).Veld("berichtId");
        var vals = Envelopen.ServiceBus(new Werkopdracht(1, id).Schrijf(), messageId: "0518-ffffffffffffffffffffffffffffffff");

        Assert.Equal(200, (await hub.RoepAanAsync("VerwerkBericht", vals)).Status);

        Assert.Contains(await hub.LeegAsync(Voorbeelden.Gemeente), brief => brief.MessageId == id);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-Host", "hub.example")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("x-ms-invocation-id", "1")]
    [InlineData("X-ARR-LOG-ID", "1")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Whoever_comes_through_a_proxy_cannot_call_a_function(string naam, string waarde)
    {
        foreach (var functie in (string[])["VerwerkBericht", "verwerkbericht", "Bewaking"])
        {
            var antwoord = await hub.RoepAanAsync(functie, Envelopen.ServiceBus(Werk), verzoek => verzoek.Headers.TryAddWithoutValidation(naam, waarde));

            Assert.Equal(404, antwoord.Status);
            Assert.Equal("niet-gevonden", antwoord.Probleem);
        }
    }

    [Theory]
    [InlineData("User-Agent")]
    [InlineData("X-Azure-Functions-HostVersion")]
    [InlineData("X-Azure-Functions-InvocationId")]
    public async Task A_call_without_what_the_host_writes_is_not_the_hosts(string kop) =>
        Assert.Equal(404, (await hub.RoepAanAsync("VerwerkBericht", Envelopen.ServiceBus(Werk), verzoek => verzoek.Headers.Remove(kop))).Status);

    [Theory]
    [InlineData("/VerwerkBericht/")]
    [InlineData("/x/../VerwerkBericht")]
    [InlineData("/%56erwerkBericht")]
    [InlineData("/VerwerkBericht%2f")]
    public async Task Other_spellings_of_the_path_do_not_get_around_it(string pad)
    {
        using var inhoud = new StringContent(Envelopen.ServiceBus(Werk), Encoding.UTF8, "application/json");

        var antwoord = await hub.StuurAsync(HttpMethod.Post, pad, Voorbeelden.Aanbieder, inhoud);

        Assert.Equal(404, antwoord.Status);
    }
}
