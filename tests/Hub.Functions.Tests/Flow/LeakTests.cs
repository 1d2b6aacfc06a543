using System.Text;
using Hub.Functions.Tests.Shared;
using Hub.Verwerking;

namespace Hub.Functions.Tests.Flow;

/// <summary>Berichten are about children: nothing of them is seen outside archive and postbus.</summary>
public sealed class LeakTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly string[] Secrets = [HubSamples.Bsn, HubSamples.Name, "2010-02-14", "Geslachtsnaam>"];

    [Fact]
    public async Task No_log_error_property_or_key_holds_anything_of_a_child()
    {
        var answers = new List<HttpAnswer>
        {
            await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop()),
            await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: true)),
            await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Declaratie(duplicate: true)),
            await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(products: 900)),
            await hub.PostAsync(
                HubSamples.Aanbieder,
                HubSamples.Stop().Replace("<m:Geslacht>1", $"<m:Geslacht>{HubSamples.Bsn}", StringComparison.Ordinal)
            ),
            await hub.PostAsync(
                HubSamples.Aanbieder,
                HubSamples.Stop().Replace("</m:Client>", $"</m:{HubSamples.Name}>", StringComparison.Ordinal)
            ),
            await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop().Replace("440", HubSamples.Name, StringComparison.Ordinal)),
            await hub.PostAsync(HubSamples.Aanbieder, $"{HubSamples.Bsn} {HubSamples.Name}"),
            await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: true), "/controle"),
            await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: true), "/controle", accept: "text/plain"),
            await hub.PostAsync("90000002", HubSamples.Stop()),
            await hub.GetAsync(HubSamples.Aanbieder, $"/berichten/{HubSamples.Bsn}?naam={HubSamples.Name}"),
        };
        Assert.False(await hub.ProcessAsync(Encoding.UTF8.GetBytes(HubSamples.Stop())));
        Assert.True(await hub.ProcessAsync(new WorkItem(1, "0503-00112233445566778899aabbccddeeff").Write()));
        await hub.ProcessAllAsync();
        await hub.WatchAsync();

        foreach (var answer in answers)
        {
            Without(answer.Text + answer.Location);
        }
        Assert.NotEmpty(hub.Log.Rules);
        foreach (var rule in hub.Log.Rules)
        {
            Without(rule);
        }
        foreach (var code in (string[])[HubSamples.Gemeente, HubSamples.Aanbieder])
        {
            var messages = await hub.EmptyAsync(code);
            Assert.NotEmpty(messages);
            foreach (var message in messages)
            {
                Without(message.MessageId + message.Subject + string.Join(';', message.Properties));
            }
        }

        foreach (var row in await Stored.RowsAsync(hub.Storage))
        {
            Without(row);
        }
    }

    private static void Without(string text) =>
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
}
