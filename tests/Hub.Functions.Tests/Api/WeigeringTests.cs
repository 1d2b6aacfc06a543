using Hub.Berichten;
using Hub.Functions.Tests.Gedeeld;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

/// <summary>A kenmerk can be looked up, by who sent what was refused and by the beheerder; never the content.</summary>
public sealed class WeigeringTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private static readonly string Refused = Voorbeelden.Stop().Replace(
        "<m:Geslacht>1<", $"<m:Geslacht>{Voorbeelden.Bsn}<", StringComparison.Ordinal);

    [Fact]
    public async Task The_sender_finds_when_how_much_what_was_wrong_and_until_when_it_is_kept()
    {
        var before = TimeProvider.System.GetUtcNow();
        var refusal = await hub.PostAsync(Voorbeelden.Aanbieder, Refused);
        var kenmerk = refusal.Veld("kenmerk");

        var found = await hub.GetAsync(Voorbeelden.Aanbieder, "/weigeringen/" + kenmerk);

        Assert.Equal(200, found.Status);
        Assert.Equal((kenmerk, Voorbeelden.Aanbieder), (found.Veld("kenmerk"), found.Veld("deelnemer")));
        Assert.Equal(refusal.Json.GetProperty("bevindingen").GetRawText(), found.Json.GetProperty("bevindingen").GetRawText());
        Assert.Equal("1", found.Veld("aantalBevindingen"));
        Assert.Equal(Refused.Length, found.Json.GetProperty("lengte").GetInt32());
        var received = found.Json.GetProperty("ontvangen").GetDateTimeOffset();
        Assert.InRange(received, before.AddSeconds(-1), TimeProvider.System.GetUtcNow());
        Assert.Equal($"{Kalender.Dag(received.AddDays(90)):yyyy-MM-dd}", found.Veld("bewaardTot"));
        Assert.DoesNotContain(Voorbeelden.Bsn, found.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain(Voorbeelden.Naam, found.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_beheerder_finds_it_too_and_to_everyone_else_it_does_not_exist()
    {
        var kenmerk = (await hub.PostAsync(Voorbeelden.Aanbieder, "<a/>")).Veld("kenmerk");

        var beheerder = await hub.StuurAsync(
            HttpMethod.Get,
            "/weigeringen/" + kenmerk,
            als: null,
            token: hub.Uitgever.Token("22222222-2222-4222-8222-222222222222", rol: "Hub.Beheren"));
        Assert.Equal((200, Voorbeelden.Aanbieder), (beheerder.Status, beheerder.Veld("deelnemer")));
        Assert.Equal(404, (await hub.GetAsync(Voorbeelden.Gemeente, "/weigeringen/" + kenmerk)).Status);
        foreach (var other in (string[])[new string('0', 32), kenmerk.ToUpperInvariant() + "x", "onzin", "%27%20or%20true", kenmerk[..31]])
            Assert.Equal("niet-gevonden", (await hub.GetAsync(Voorbeelden.Aanbieder, "/weigeringen/" + other)).Probleem);
    }

    [Fact]
    public async Task Findings_that_did_not_fit_in_the_row_are_still_counted()
    {
        var many = Voorbeelden.Stop(producten: 300).Replace(
            "<m:Begindatum>2026-04-03<", "<m:Begindatum>2026-02-30<", StringComparison.Ordinal);
        var refusal = await hub.PostAsync(Voorbeelden.Aanbieder, many);

        var row = await hub.Diensten.GetRequiredService<IWeigeringen>().FindAsync(
            Voorbeelden.Aanbieder, refusal.Veld("kenmerk"), TestContext.Current.CancellationToken);

        Assert.Equal(refusal.Json.GetProperty("aantalBevindingen").GetInt32(), row!.AantalBevindingen);
        Assert.InRange(row.Bevindingen.Count, 1, row.AantalBevindingen - 1);
    }
}
