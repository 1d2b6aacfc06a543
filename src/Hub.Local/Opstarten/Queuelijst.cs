using System.Text.Json.Nodes;
using Hub.Deelnemers;
using ServiceBusEmulator;

namespace Hub.Local.Opstarten;

/// <summary>The queues of infra/queues.json, with those of every deelnemer written out.</summary>
public static class Queuelijst
{
    /// <summary>Reads the file; throws <see cref="OpstartException"/> when it is not valid.</summary>
    public static IReadOnlyList<QueueDefinition> Lees(string pad, IEnumerable<Deelnemer> deelnemers)
    {
        ArgumentNullException.ThrowIfNull(deelnemers);
        try
        {
            var bestand = JsonNode.Parse(File.ReadAllText(pad))!;
            var alle = new JsonArray([.. bestand["queues"]!.AsArray().Select(queue => queue!.DeepClone())]);
            foreach (var deelnemer in deelnemers)
            {
                foreach (var queue in bestand["perDeelnemer"]!.AsArray())
                {
                    var eigen = queue!.DeepClone();
                    eigen["name"] = queue["name"]!.GetValue<string>().Replace("{code}", deelnemer.Code, StringComparison.Ordinal);
                    alle.Add(eigen);
                }
            }

            return QueueDefinitions.Parse(new JsonObject { ["queues"] = alle }.ToJsonString());
        }
        catch (Exception fout) when (fout is IOException or System.Text.Json.JsonException or InvalidDataException or InvalidOperationException or NullReferenceException)
        {
            throw new OpstartException($"{Path.GetFileName(pad)} is niet goed: {fout.Message}", fout);
        }
    }
}
