using System.Globalization;
using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Berichten;
using Hub.Functions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

/// <summary>A hub that keeps little of what it refuses.</summary>
public sealed class FrugalHub(AzuriteFixture azurite) : HubFixture(azurite)
{
    internal override IReadOnlyDictionary<string, string> MoreSettings =>
        new Dictionary<string, string> { ["Ontvangst:GeweigerdPerDag"] = "4", ["Ontvangst:GeweigerdMegabytesPerDag"] = "5" };
}

/// <summary>What was refused is bounded per sender and day; past that nothing is kept, and nobody else notices.</summary>
public sealed class RefusalBoundsTests(FrugalHub hub, AzuriteFixture azurite) : IClassFixture<FrugalHub>
{
    private static readonly DateOnly Day = new(2026, 7, 20);

    [Fact]
    public async Task Past_the_count_the_answer_is_429_with_the_findings_and_nothing_is_kept_and_what_is_valid_is_taken()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            Assert.Equal(422, (await hub.PostAsync("90000002", "<a/>")).Status);
        }
        var before = await StoredAsync("90000002");

        var answer = await hub.PostAsync("90000002", "<a/>");

        Assert.Equal((429, "te-veel-geweigerd"), (answer.Status, answer.Problem));
        Assert.InRange(int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 25 * 60 * 60);
        Assert.NotEmpty(answer.Json.GetProperty("bevindingen").EnumerateArray());
        Assert.Equal(4, before.Count);
        Assert.Equal(before, await StoredAsync("90000002"));
        foreach (var products in (int[])[1, 9000])
        {
            Assert.Equal(202, (await hub.PostAsync("90000002", HubSamples.Stop(afzender: "90000002", products: products))).Status);
        }
        Assert.Equal(422, (await hub.PostAsync(HubSamples.Gemeente, "<a/>")).Status);
        Assert.Equal(before, await StoredAsync("90000002"));
    }

    [Theory]
    [InlineData("<m:Header>")]
    [InlineData("</m:Bericht>")]
    public async Task Past_the_bytes_the_answer_is_429_and_nothing_is_kept_also_when_the_fault_comes_last(string where)
    {
        var from = where == "<m:Header>" ? "90000003" : "90000004";
        var xml = HubSamples.Stop(afzender: from, products: 9000).Replace(where, "<m:Los/>" + where, StringComparison.Ordinal);
        Assert.Equal(422, (await hub.PostAsync(from, xml)).Status);

        var answer = await hub.PostAsync(from, xml);

        Assert.Equal((429, "te-veel-geweigerd"), (answer.Status, answer.Problem));
        Assert.Single(await StoredAsync(from));
        Assert.Equal(422, (await hub.PostAsync(from, "<a/>")).Status);
    }

    [Fact]
    public async Task It_counts_over_all_instances_together_and_anew_each_day()
    {
        var connection = azurite.NewConnection();
        var instances = Enumerable.Range(0, 4).Select(_ => new TableRefusals(StorageAccount.With(connection))).ToList();
        var bounds = new RefusalBounds(5, 1000);

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(number => instances[number % 4].TakeRoomAsync("90000001", Day, 10, bounds, TestContext.Current.CancellationToken))
        );

        Assert.Equal(5, taken.Count(isTaken => isTaken));
        Assert.False(await instances[0].HasRoomAsync("90000001", Day, 10, bounds, TestContext.Current.CancellationToken));
        Assert.True(await instances[0].TakeRoomAsync("90000001", Day.AddDays(1), 1000, bounds, TestContext.Current.CancellationToken));
        Assert.False(await instances[0].TakeRoomAsync("90000001", Day.AddDays(1), 1, bounds, TestContext.Current.CancellationToken));
        Assert.True(await instances[0].HasRoomAsync("90000002", Day, 10, bounds, TestContext.Current.CancellationToken));
    }

    private async Task<List<string>> StoredAsync(string code)
    {
        var found = new List<string>();
        await foreach (
            var piece in hub
                .Services.GetRequiredService<IArchief>()
                .ListAsync(ArchiefPlace.Refusals + code, TestContext.Current.CancellationToken)
        )
        {
            found.Add(piece.Place.Blob);
        }
        return found;
    }
}
