using System.Text.Json.Nodes;
using Hub.Deelnemers;
using ServiceBusEmulator.Settings;

namespace Hub.Local.Starting;

/// <summary>The queues of infra/queues.json, with those of every deelnemer written out.</summary>
public static class QueueList
{
    /// <summary>Reads the file; throws <see cref="StartException"/> when it is not valid.</summary>
    public static IReadOnlyList<QueueDefinition> Read(string path, IEnumerable<Deelnemer> deelnemers)
    {
        ArgumentNullException.ThrowIfNull(deelnemers);
        try
        {
            var file = JsonNode.Parse(File.ReadAllText(path))!;
            var all = new JsonArray([.. file["queues"]!.AsArray().Select(queue => queue!.DeepClone())]);
            foreach (var deelnemer in deelnemers)
            {
                foreach (var queue in file["perDeelnemer"]!.AsArray())
                {
                    var own = queue!.DeepClone();
                    own["name"] = queue["name"]!.GetValue<string>().Replace("{code}", deelnemer.Code, StringComparison.Ordinal);
                    all.Add(own);
                }
            }

            return QueueDefinitions.Parse(new JsonObject { ["queues"] = all }.ToJsonString());
        }
        catch (Exception fault)
            when (fault
                    is IOException
                        or System.Text.Json.JsonException
                        or InvalidDataException
                        or InvalidOperationException
                        or NullReferenceException
            )
        {
            throw new StartException($"{Path.GetFileName(path)} is niet goed: {fault.Message}", fault);
        }
    }
}
