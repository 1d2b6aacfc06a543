using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Tests.Alerts;

/// <summary>A rule of infra/alerts.json, the source of what is deployed (infra/modules/alerts.bicep).</summary>
internal sealed record AlertRule(
    string Name,
    IReadOnlyList<string> Query,
    string? Column,
    string Aggregation,
    string Operator,
    double Threshold,
    string Window,
    string? Every,
    string? Range,
    int Periods = 1,
    int Failing = 1
)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<AlertRule> All { get; } =
        JsonSerializer.Deserialize<List<AlertRule>>(
            File.ReadAllText(RootFolder.PathTo("infra", "alerts.json")),
            JsonSerializerOptions.Web
        )!;

    /// <summary>The query as it goes to Azure.</summary>
    public string Text => string.Join('\n', Query);

    /// <summary>The rule with another query: a piece of text, which must be there, replaced.</summary>
    public AlertRule With(string text, string instead)
    {
        Assert.Contains(text, Text, StringComparison.Ordinal);
        return this with { Query = Text.Replace(text, instead, StringComparison.Ordinal).Split('\n') };
    }

    /// <summary>
    /// Whether each rule fires in each case, as Azure Monitor says it does: a rule whose query does not bind never does. A case is the
    /// content of the tables in one window after another, the last of which count.
    /// </summary>
    public static async Task<IReadOnlyList<IReadOnlyList<bool>>> FireAsync(
        IReadOnlyList<AlertRule> rules,
        IReadOnlyList<IReadOnlyList<JsonObject>> cases
    )
    {
        var queries = rules.SelectMany(rule => cases.SelectMany(windows => windows.Select(rows => new KqlQuery(rule.Text, rows))));
        var answers = new Queue<KqlAnswer>(await Kql.RunAsync(queries));
        return
        [
            .. rules.Select(rule =>
                (IReadOnlyList<bool>)[.. cases.Select(windows => rule.Fires([.. windows.Select(_ => rule.IsFailing(answers.Dequeue()))]))]
            ),
        ];
    }

    private bool Fires(IReadOnlyList<bool> windows) => windows.TakeLast(Periods).Count(failing => failing) >= Failing;

    private bool IsFailing(KqlAnswer answer)
    {
        if (answer.Rows is null || (Column is not null && !answer.Columns.Contains(Column)))
        {
            return false;
        }
        List<double> measured = [.. answer.Rows.Select(row => Column is null ? null : row[Column]).OfType<JsonNode>().Select(Number)];
        // Azure measures nothing where there are no rows, but counts them as none.
        if (Aggregation != "Count" && measured.Count == 0)
        {
            return false;
        }
        var value = Aggregation switch
        {
            "Count" => answer.Rows.Count,
            "Total" => measured.Sum(),
            "Maximum" => measured.Max(),
            _ => throw new InvalidOperationException(Aggregation),
        };
        return Operator switch
        {
            "GreaterThan" => value > Threshold,
            "LessThan" => value < Threshold,
            _ => throw new InvalidOperationException(Operator),
        };
    }

    private static double Number(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.Number
            ? value.GetValue<double>()
            : throw new InvalidOperationException($"{value} is no number.");
}
