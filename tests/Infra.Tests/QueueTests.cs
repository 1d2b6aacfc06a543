using System.Text.Json.Nodes;
using Hub.Verwerking;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>The queues have one source, infra/queues.json, and are what the code needs.</summary>
public class QueueTests(CompiledInfra infra)
{
    private static readonly JsonNode Defined = JsonNode.Parse(File.ReadAllText(RootFolder.PathTo("infra", "queues.json")))!;

    [Fact]
    public void The_queues_are_those_of_the_file_with_every_property_as_it_says()
    {
        var expected = new Dictionary<string, JsonNode>();
        foreach (var queue in Defined["queues"]!.AsArray())
        {
            expected.Add(queue!["name"]!.GetValue<string>(), queue);
        }
        foreach (var (code, _) in Region.Deelnemers)
        {
            foreach (var queue in Defined["perDeelnemer"]!.AsArray())
            {
                expected.Add(queue!["name"]!.GetValue<string>().Replace("{code}", code, StringComparison.Ordinal), queue);
            }
        }

        foreach (var deployment in infra.Both)
        {
            Assert.Equal(expected.Keys.Order(), deployment.All(Types.Queue).Select(queue => queue.Name).Order());
            foreach (var queue in deployment.All(Types.Queue))
            {
                SameAs(expected[queue.Name], queue);
            }
        }
    }

    [Fact]
    public void Every_queue_keeps_what_it_gives_up_on()
    {
        Assert.All(
            infra.Production.All(Types.Queue),
            queue => Assert.True(queue.IsOn("properties.deadLetteringOnMessageExpiration"), queue.Name)
        );
        Assert.All(infra.Production.All(Types.Queue), queue => Assert.InRange(queue["properties.maxDeliveryCount"].GetInt32(), 2, 100));
        Assert.All(
            infra.Production.All(Types.Queue),
            queue => Assert.True(queue.IsOn("properties.requiresDuplicateDetection"), queue.Name)
        );
    }

    [Fact]
    public void The_queue_that_the_host_listens_to_has_sessions_as_its_trigger_does_and_no_postbus_has()
    {
        var trigger = Triggers.All.Select(one => one.Binding).Single(binding => binding["type"]!.GetValue<string>() == "serviceBusTrigger");
        var name = trigger["queueName"]!.GetValue<string>();
        Assert.Equal(WorkQueue.Name, name);

        var sessions = trigger["isSessionsEnabled"]!.GetValue<bool>();
        Assert.All(
            infra.Production.All(Types.Queue),
            queue => Assert.Equal(queue.Name == name && sessions, queue.IsOn("properties.requiresSession"))
        );
    }

    [Fact]
    public void Test_is_the_standard_tier_and_productie_premium_and_zone_redundant()
    {
        var (test, production) = (infra.Test.The(Types.Namespace), infra.Production.The(Types.Namespace));

        Assert.Equal(("Standard", "Premium"), (test.Text("sku.tier"), production.Text("sku.tier")));
        Assert.True(production.IsOn("properties.zoneRedundant"));
        // The standard tier refuses the property; premium takes 1024 or more.
        Assert.All(infra.Test.All(Types.Queue), queue => Assert.Equal("", queue.Text("properties.maxMessageSizeInKilobytes")));
        Assert.All(
            infra.Production.All(Types.Queue),
            queue => Assert.InRange(queue["properties.maxMessageSizeInKilobytes"].GetInt32(), 1024, 102_400)
        );
    }

    // The tier decides the largest message, and the name is the resource's own.
    private static void SameAs(JsonNode defined, Resource queue)
    {
        foreach (var (name, value) in defined.AsObject().Where(property => property.Key is not ("name" or "maxMessageSizeInKilobytes")))
        {
            Assert.Equal($"{queue.Name} {name} {value!.ToJsonString()}", $"{queue.Name} {name} {queue["properties." + name].GetRawText()}");
        }
    }
}
