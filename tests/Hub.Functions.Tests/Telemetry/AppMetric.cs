using System.Text.Json.Nodes;

namespace Hub.Functions.Tests.Telemetry;

/// <summary>A row of AppMetrics, of what the exporter sent: <c>value</c> becomes Sum, <c>properties</c> become Properties.</summary>
internal sealed record AppMetric(string Name, double Sum, IReadOnlyDictionary<string, string> Properties)
{
    public static AppMetric From(JsonNode baseData)
    {
        var point = baseData["metrics"]![0]!;
        var properties =
            baseData["properties"]?.AsObject().ToDictionary(property => property.Key, property => property.Value!.GetValue<string>()) ?? [];
        return new(point["name"]!.GetValue<string>(), point["value"]!.GetValue<double>(), properties);
    }

    /// <summary>The columns that are filled; Max and Min are for a histogram only.</summary>
    public JsonObject ToRow() =>
        new()
        {
            ["TimeGenerated"] = TimeProvider.System.GetUtcNow().ToString("O"),
            [nameof(Name)] = Name,
            [nameof(Sum)] = Sum,
            [nameof(Properties)] = new JsonObject(
                Properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Value))
            ),
        };
}
