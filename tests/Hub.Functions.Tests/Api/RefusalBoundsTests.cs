using System.Globalization;
using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Berichten;
using Hub.Functions.Tests.Gedeeld;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

/// <summary>A hub that keeps little of what it refuses.</summary>
public sealed class FrugalHub(Azurite azurite) : HubOmgeving(azurite)
{
    internal override IReadOnlyDictionary<string, string> MeerInstellingen => new Dictionary<string, string>
    {
        ["Ontvangst:GeweigerdPerDag"] = "4",
        ["Ontvangst:GeweigerdMegabytesPerDag"] = "5",
    };
}

/// <summary>What was refused is bounded per sender and day; past that nothing is kept, and nobody else notices.</summary>
public sealed class RefusalBoundsTests(FrugalHub hub, Azurite azurite) : IClassFixture<FrugalHub>
{
    private static readonly DateOnly Dag = new(2026, 7, 20);

    [Fact]
    public async Task Past_the_count_the_answer_is_429_with_the_findings_and_nothing_is_kept_and_what_is_valid_is_taken()
    {
        for (var keer = 0; keer < 4; keer++) Assert.Equal(422, (await hub.PostAsync("90000002", "<a/>")).Status);
        var voor = await BewaardAsync("90000002");

        var antwoord = await hub.PostAsync("90000002", "<a/>");

        Assert.Equal((429, "te-veel-geweigerd"), (antwoord.Status, antwoord.Probleem));
        Assert.InRange(int.Parse(antwoord.Koppen["Retry-After"], CultureInfo.InvariantCulture), 1, 25 * 60 * 60);
        Assert.NotEmpty(antwoord.Json.GetProperty("bevindingen").EnumerateArray());
        Assert.Equal(4, voor.Count);
        Assert.Equal(voor, await BewaardAsync("90000002"));
        foreach (var producten in (int[])[1, 9000])
            Assert.Equal(202, (await hub.PostAsync("90000002", Voorbeelden.Stop(afzender: "90000002", producten: producten))).Status);
        Assert.Equal(422, (await hub.PostAsync(Voorbeelden.Gemeente, "<a/>")).Status);
        Assert.Equal(voor, await BewaardAsync("90000002"));
    }

    [Theory]
    [InlineData("<m:Header>")]
    [InlineData("</m:Bericht>")]
    public async Task Past_the_bytes_the_answer_is_429_and_nothing_is_kept_also_when_the_fault_comes_last(string waar)
    {
        var van = waar == "<m:Header>" ? "90000003" : "90000004";
        var xml = Voorbeelden.Stop(afzender: van, producten: 9000).Replace(waar, "<m:Los/>" + waar, StringComparison.Ordinal);
        Assert.Equal(422, (await hub.PostAsync(van, xml)).Status);

        var antwoord = await hub.PostAsync(van, xml);

        Assert.Equal((429, "te-veel-geweigerd"), (antwoord.Status, antwoord.Probleem));
        Assert.Single(await BewaardAsync(van));
        Assert.Equal(422, (await hub.PostAsync(van, "<a/>")).Status);
    }

    [Fact]
    public async Task It_counts_over_all_instances_together_and_anew_each_day()
    {
        var connection = azurite.NieuweVerbinding();
        var instances = Enumerable.Range(0, 4).Select(_ => new TableWeigeringen(Opslagaccount.Met(connection))).ToList();
        var bounds = new RefusalBounds(5, 1000);

        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(nummer =>
            instances[nummer % 4].TakeRoomAsync("90000001", Dag, 10, bounds, TestContext.Current.CancellationToken)));

        Assert.Equal(5, taken.Count(isTaken => isTaken));
        Assert.False(await instances[0].HasRoomAsync("90000001", Dag, 10, bounds, TestContext.Current.CancellationToken));
        Assert.True(await instances[0].TakeRoomAsync("90000001", Dag.AddDays(1), 1000, bounds, TestContext.Current.CancellationToken));
        Assert.False(await instances[0].TakeRoomAsync("90000001", Dag.AddDays(1), 1, bounds, TestContext.Current.CancellationToken));
        Assert.True(await instances[0].HasRoomAsync("90000002", Dag, 10, bounds, TestContext.Current.CancellationToken));
    }

    private async Task<List<string>> BewaardAsync(string code)
    {
        var gevonden = new List<string>();
        await foreach (var stuk in hub.Diensten.GetRequiredService<IArchief>().ListAsync(Archiefplaats.Weigeringen + code, TestContext.Current.CancellationToken))
            gevonden.Add(stuk.Plaats.Blob);
        return gevonden;
    }
}
