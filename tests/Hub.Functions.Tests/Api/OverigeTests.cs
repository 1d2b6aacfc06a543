using Hub.Functions.Tests.Gedeeld;

namespace Hub.Functions.Tests.Api;

public sealed class OverigeTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    [Fact]
    public async Task A_check_gives_verdict_and_findings_and_keeps_nothing()
    {
        var xml = Voorbeelden.Stop(dubbel: true);

        var json = await hub.PostAsync("0518", xml, "/controle");

        Assert.Equal(200, json.Status);
        Assert.Equal("JW307", json.Veld("berichtsoort"));
        Assert.Equal("afgekeurd", json.Veld("oordeel"));
        Assert.Equal("/Bericht/Client/StopProducten/StopProduct[2]", json.Json.GetProperty("bevindingen")[0].GetProperty("pad").GetString());
        Assert.Equal((0, 0), await hub.Emulator.CountAsync("verwerking"));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json;q=0.5, text/plain")]
    public async Task A_check_for_people_is_text(string accept)
    {
        var tekst = await hub.PostAsync("0518", Voorbeelden.Stop(dubbel: true), "/controle", accept: accept);

        Assert.StartsWith("JW307: afgekeurd, 1 bevinding\n  TR101 (niveau 2) ", tekst.Tekst, StringComparison.Ordinal);
        Assert.Equal("text/plain; charset=utf-8", tekst.Soort);
    }

    [Fact]
    public async Task Level_1_faults_are_a_result_of_a_check_and_no_problem()
    {
        var json = await hub.PostAsync("0518", "<a>", "/controle");

        Assert.Equal(200, json.Status);
        Assert.Equal("geen-bericht", json.Veld("oordeel"));
    }

    [Fact]
    public async Task Anyone_may_ask_whether_it_lives_and_is_ready()
    {
        Assert.Equal("ok", (await hub.StuurAsync(HttpMethod.Get, "/health/live", null)).Tekst);
        var gereed = await hub.StuurAsync(HttpMethod.Get, "/health/ready", null);
        Assert.Equal("""{"archief":"ok","tabellen":"ok","queues":"ok"}""", gereed.Tekst);
        Assert.Equal(200, gereed.Status);
    }

    [Theory]
    [InlineData("GET", "/", 404, "niet-gevonden")]
    [InlineData("PUT", "/berichten", 405, "verkeerde-methode")]
    [InlineData("DELETE", "/controle", 405, "verkeerde-methode")]
    public async Task What_is_not_there_is_a_problem_too(string methode, string pad, int status, string probleem)
    {
        var antwoord = await hub.StuurAsync(new HttpMethod(methode), pad, Voorbeelden.Aanbieder);

        Assert.Equal(status, antwoord.Status);
        Assert.Equal(probleem, antwoord.Probleem);
    }
}
