using System.Text.Json.Nodes;

namespace Infra.Tests;

/// <summary>What starts the functions of the app, as its build tells tools and host.</summary>
internal static class Triggers
{
    public static IReadOnlyList<(string Function, JsonNode Binding)> All { get; } =
    [
        .. JsonNode
            .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "functions.metadata")))!
            .AsArray()
            .SelectMany(function =>
                function!["bindings"]!
                    .AsArray()
                    .Where(binding => binding!["type"]!.GetValue<string>().EndsWith("Trigger", StringComparison.Ordinal))
                    .Select(binding => (function["name"]!.GetValue<string>(), binding!))
            ),
    ];
}
