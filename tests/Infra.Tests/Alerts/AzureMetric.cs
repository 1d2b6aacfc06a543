using System.Text.Json;

namespace Infra.Tests.Alerts;

/// <summary>
/// A metric that Azure measures itself, as its page says (metrics.json): how it may be added up, and what it may be split by.
/// </summary>
internal sealed record AzureMetric(
    string Source,
    string Namespace,
    string Name,
    IReadOnlyList<string> Aggregations,
    IReadOnlyList<string> Dimensions
)
{
    /// <summary>Those that our alerts look at.</summary>
    public static IReadOnlyList<AzureMetric> All { get; } =
        JsonSerializer.Deserialize<List<AzureMetric>>(
            File.ReadAllText(RootFolder.PathTo("tests", "Infra.Tests", "Alerts", "metrics.json")),
            JsonSerializerOptions.Web
        )!;
}
