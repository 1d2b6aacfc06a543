using Hub.Azure.Tests.Gedeeld;
using Hub.Functions.Tests.Gedeeld;

namespace Hub.Functions.Tests.Toegang;

/// <summary>The app with a bound on requests that a test reaches.</summary>
public sealed class KrappeHub(Azurite azurite) : HubOmgeving(azurite)
{
    public const int PerMinuut = 5;

    internal override IReadOnlyDictionary<string, string> MeerInstellingen => new Dictionary<string, string> { ["Toegang:PerMinuut"] = "5" };
}

public sealed class VerzoekgrensTests(KrappeHub hub) : IClassFixture<KrappeHub>
{
    [Fact]
    public async Task Who_asks_too_much_must_wait_and_nobody_else_does()
    {
        for (var keer = 0; keer < KrappeHub.PerMinuut; keer++) Assert.Equal(200, (await hub.GetAsync(Voorbeelden.Aanbieder, "/postbus")).Status);

        var antwoord = await hub.GetAsync(Voorbeelden.Aanbieder, "/bewaking");

        Assert.Equal((429, "te-veel-verzoeken"), (antwoord.Status, antwoord.Probleem));
        Assert.InRange(int.Parse(antwoord.Koppen["Retry-After"]), 1, 60);
        Assert.Equal(200, (await hub.GetAsync(Voorbeelden.Gemeente, "/postbus")).Status);
        Assert.Equal(200, (await hub.GetAsync(null!, "/health/live")).Status);
        // Without a valid token nothing of anyone's bucket is used.
        for (var keer = 0; keer <= KrappeHub.PerMinuut; keer++) Assert.Equal(401, (await hub.StuurAsync(HttpMethod.Get, "/postbus", als: null, token: "x")).Status);
    }
}
