using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Api;

public sealed class OtherTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task A_check_gives_verdict_and_findings_and_keeps_nothing()
    {
        var xml = HubSamples.Stop(duplicate: true);

        var json = await hub.PostAsync("0518", xml, "/controle");

        Assert.Equal(200, json.Status);
        Assert.Equal("JW307", json.Field("berichtsoort"));
        Assert.Equal("afgekeurd", json.Field("oordeel"));
        Assert.Equal(
            "/Bericht/Client/StopProducten/StopProduct[2]",
            json.Json.GetProperty("bevindingen")[0].GetProperty("pad").GetString()
        );
        Assert.Equal((0, 0), await hub.Emulator.CountAsync("verwerking"));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json;q=0.5, text/plain")]
    public async Task A_check_for_people_is_text(string accept)
    {
        var text = await hub.PostAsync("0518", HubSamples.Stop(duplicate: true), "/controle", accept: accept);

        Assert.StartsWith("JW307: afgekeurd, 1 bevinding\n  TR101 (niveau 2) ", text.Text, StringComparison.Ordinal);
        Assert.Equal("text/plain; charset=utf-8", text.Kind);
    }

    [Fact]
    public async Task Level_1_faults_are_a_result_of_a_check_and_no_problem()
    {
        var json = await hub.PostAsync("0518", "<a>", "/controle");

        Assert.Equal(200, json.Status);
        Assert.Equal("geen-bericht", json.Field("oordeel"));
    }

    [Fact]
    public async Task Anyone_may_ask_whether_it_lives_and_is_ready()
    {
        Assert.Equal("ok", (await hub.SendAsync(HttpMethod.Get, "/health/live", null)).Text);
        var ready = await hub.SendAsync(HttpMethod.Get, "/health/ready", null);
        Assert.Equal("""{"archief":"ok","tabellen":"ok","queues":"ok"}""", ready.Text);
        Assert.Equal(200, ready.Status);
    }

    [Theory]
    [InlineData("GET", "/", 404, "niet-gevonden")]
    [InlineData("PUT", "/berichten", 405, "verkeerde-methode")]
    [InlineData("DELETE", "/controle", 405, "verkeerde-methode")]
    public async Task What_is_not_there_is_a_problem_too(string method, string path, int status, string problem)
    {
        var answer = await hub.SendAsync(new HttpMethod(method), path, HubSamples.Aanbieder);

        Assert.Equal(status, answer.Status);
        Assert.Equal(problem, answer.Problem);
    }
}
