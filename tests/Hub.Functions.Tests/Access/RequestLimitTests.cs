using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Access;

/// <summary>The app with a bound on requests that a test reaches.</summary>
public sealed class TightHub(AzuriteFixture azurite) : HubFixture(azurite)
{
    public const int PerMinute = 5;

    internal override IReadOnlyDictionary<string, string> MoreSettings => new Dictionary<string, string> { ["Toegang:PerMinuut"] = "5" };
}

public sealed class RequestLimitTests(TightHub hub) : IClassFixture<TightHub>
{
    [Fact]
    public async Task Who_asks_too_much_must_wait_and_nobody_else_does()
    {
        for (var turn = 0; turn < TightHub.PerMinute; turn++)
        {
            Assert.Equal(200, (await hub.GetAsync(HubSamples.Aanbieder, "/postbus")).Status);
        }

        var answer = await hub.GetAsync(HubSamples.Aanbieder, "/bewaking");

        Assert.Equal((429, "te-veel-verzoeken"), (answer.Status, answer.Problem));
        Assert.InRange(int.Parse(answer.Headers["Retry-After"]), 1, 60);
        Assert.Equal(200, (await hub.GetAsync(HubSamples.Gemeente, "/postbus")).Status);
        Assert.Equal(200, (await hub.GetAsync(null!, "/health/live")).Status);
        // Without a valid token nothing of anyone's bucket is used.
        for (var turn = 0; turn <= TightHub.PerMinute; turn++)
        {
            Assert.Equal(401, (await hub.SendAsync(HttpMethod.Get, "/postbus", condition: null, token: "x")).Status);
        }
    }
}
