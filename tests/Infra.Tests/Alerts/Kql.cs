using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Tests.Alerts;

/// <summary>
/// Queries of Log Analytics, by the language service of Kusto itself (tests/Infra.Tests/kql): bound against the documented columns of the
/// tables (tables.json) and, of what our alerts are made of, worked out on rows.
/// </summary>
internal static class Kql
{
    private static readonly NodeServer Server = new("kql", "kql.cjs");

    /// <summary>Binds queries, and works those out that have rows.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">A query has something in it that is not worked out here.</exception>
    public static async Task<IReadOnlyList<KqlAnswer>> RunAsync(IEnumerable<KqlQuery> queries) =>
        JsonSerializer.Deserialize<List<KqlAnswer>>(
            await Server.AskAsync(JsonSerializer.Serialize(queries, JsonSerializerOptions.Web)),
            JsonSerializerOptions.Web
        )!;

    /// <summary>Binds queries.</summary>
    public static Task<IReadOnlyList<KqlAnswer>> BindAsync(IEnumerable<string> queries) =>
        RunAsync(queries.Select(query => new KqlQuery(query, null)));
}

/// <summary>A query, and what stands in the tables: a list of rows for each.</summary>
internal sealed record KqlQuery(string Query, JsonObject? Rows);

/// <summary>What Kusto has against a query, the columns that it gives, and its rows where it was worked out.</summary>
internal sealed record KqlAnswer(IReadOnlyList<string> Faults, IReadOnlyList<string> Columns, IReadOnlyList<JsonObject>? Rows);
