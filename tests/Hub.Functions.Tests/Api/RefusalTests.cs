using Hub.Berichten;
using Hub.Functions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

/// <summary>A kenmerk can be looked up, by who sent what was refused and by the beheerder; never the content.</summary>
public sealed class RefusalTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly string Refused = HubSamples
        .Stop()
        .Replace("<m:Geslacht>1<", $"<m:Geslacht>{HubSamples.Bsn}<", StringComparison.Ordinal);

    [Fact]
    public async Task The_sender_finds_when_how_much_what_was_wrong_and_until_when_it_is_kept()
    {
        var before = TimeProvider.System.GetUtcNow();
        var refusal = await hub.PostAsync(HubSamples.Aanbieder, Refused);
        var reference = refusal.Field("kenmerk");

        var found = await hub.GetAsync(HubSamples.Aanbieder, "/weigeringen/" + reference);

        Assert.Equal(200, found.Status);
        Assert.Equal((reference, HubSamples.Aanbieder), (found.Field("kenmerk"), found.Field("deelnemer")));
        Assert.Equal(refusal.Json.GetProperty("bevindingen").GetRawText(), found.Json.GetProperty("bevindingen").GetRawText());
        Assert.Equal("1", found.Field("aantalBevindingen"));
        Assert.Equal(Refused.Length, found.Json.GetProperty("lengte").GetInt32());
        var received = found.Json.GetProperty("ontvangen").GetDateTimeOffset();
        Assert.InRange(received, before.AddSeconds(-1), TimeProvider.System.GetUtcNow());
        Assert.Equal($"{Calendar.Day(received.AddDays(90)):yyyy-MM-dd}", found.Field("bewaardTot"));
        Assert.DoesNotContain(HubSamples.Bsn, found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(HubSamples.Name, found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_finds_it_too_and_to_everyone_else_it_does_not_exist()
    {
        var reference = (await hub.PostAsync(HubSamples.Aanbieder, "<a/>")).Field("kenmerk");

        var hubOperator = await hub.SendAsync(
            HttpMethod.Get,
            "/weigeringen/" + reference,
            condition: null,
            token: hub.Issuer.Token("22222222-2222-4222-8222-222222222222", role: "Hub.Beheren")
        );
        Assert.Equal((200, HubSamples.Aanbieder), (hubOperator.Status, hubOperator.Field("deelnemer")));
        Assert.Equal(404, (await hub.GetAsync(HubSamples.Gemeente, "/weigeringen/" + reference)).Status);
        foreach (
            var other in (string[])[new string('0', 32), reference.ToUpperInvariant() + "x", "onzin", "%27%20or%20true", reference[..31]]
        )
        {
            Assert.Equal("niet-gevonden", (await hub.GetAsync(HubSamples.Aanbieder, "/weigeringen/" + other)).Problem);
        }
    }

    [Fact]
    public async Task Findings_that_did_not_fit_in_the_row_are_still_counted()
    {
        var many = HubSamples
            .Stop(products: 300)
            .Replace("<m:Begindatum>2026-04-03<", "<m:Begindatum>2026-02-30<", StringComparison.Ordinal);
        var refusal = await hub.PostAsync(HubSamples.Aanbieder, many);

        var row = await hub
            .Services.GetRequiredService<IRefusals>()
            .FindAsync(HubSamples.Aanbieder, refusal.Field("kenmerk"), TestContext.Current.CancellationToken);

        Assert.Equal(refusal.Json.GetProperty("aantalBevindingen").GetInt32(), row!.BevindingCount);
        Assert.InRange(row.Bevindingen.Count, 1, row.BevindingCount - 1);
    }
}
