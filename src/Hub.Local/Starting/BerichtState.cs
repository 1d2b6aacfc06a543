using System.Text.Json.Nodes;

namespace Hub.Local.Starting;

/// <summary>What <c>GET /berichten/{id}</c> says of a bericht, as far as its trail goes.</summary>
public sealed record BerichtState
{
    /// <summary>The id of the bericht.</summary>
    public required string BerichtId { get; init; }

    /// <summary>The verdict.</summary>
    public required string Oordeel { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required IReadOnlyList<Finding> Bevindingen { get; init; }

    /// <summary>The steps that were done, in order.</summary>
    public required IReadOnlyList<(string Step, DateTimeOffset Moment)> Trail { get; init; }

    /// <summary>The id of the retour that the hub made on it.</summary>
    public string? Retour { get; init; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset? Received => Moment("ontvangen");

    /// <summary>When all its effects had taken place.</summary>
    public DateTimeOffset? Processed => Moment("verwerkt");

    /// <summary>When it was in its receiver's postbus.</summary>
    public DateTimeOffset? Delivered => Moment("afgeleverd");

    internal static BerichtState Read(string json)
    {
        var state = JsonNode.Parse(json)!;
        return new BerichtState
        {
            BerichtId = state["berichtId"]!.GetValue<string>(),
            Oordeel = state["oordeel"]!.GetValue<string>(),
            Bevindingen = Finding.Read(state),
            Trail =
            [
                .. ((string[])["ontvangen", "gecontroleerd", "gearchiveerd", "afgeleverd", "verwerkt"])
                    .Where(step => state["spoor"]![step] is not null)
                    .Select(step => (step, state["spoor"]![step]!.GetValue<DateTimeOffset>())),
            ],
            Retour = state["retour"]?.GetValue<string>(),
        };
    }

    private DateTimeOffset? Moment(string step)
    {
        foreach (var (name, moment) in Trail)
        {
            if (name == step)
            {
                return moment;
            }
        }

        return null;
    }
}
