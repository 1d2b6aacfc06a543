using System.Text.Json.Nodes;

namespace Hub.Local.Opstarten;

/// <summary>A finding, as far as people read it.</summary>
/// <param name="Regel">The rule.</param>
/// <param name="Regelnummer">The line in the bericht.</param>
/// <param name="Tekst">What is wrong, in plain Dutch.</param>
public sealed record Vondst(string Regel, int Regelnummer, string Tekst)
{
    internal static IReadOnlyList<Vondst> Lees(JsonNode? antwoord) =>
        antwoord?["bevindingen"] is not JsonArray lijst
            ? []
            :
            [
                .. lijst.Select(vondst => new Vondst(
                    vondst!["regel"]!.GetValue<string>(), vondst["regelnummer"]!.GetValue<int>(), vondst["tekst"]!.GetValue<string>())),
            ];
}

/// <summary>What <c>GET /berichten/{id}</c> says of a bericht, as far as its trail goes.</summary>
public sealed record Berichtstand
{
    /// <summary>The id of the bericht.</summary>
    public required string BerichtId { get; init; }

    /// <summary>The verdict.</summary>
    public required string Oordeel { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required IReadOnlyList<Vondst> Bevindingen { get; init; }

    /// <summary>The steps that were done, in order.</summary>
    public required IReadOnlyList<(string Stap, DateTimeOffset Moment)> Spoor { get; init; }

    /// <summary>The id of the retour that the hub made on it.</summary>
    public string? Retour { get; init; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset? Ontvangen => Moment("ontvangen");

    /// <summary>When all its effects had taken place.</summary>
    public DateTimeOffset? Verwerkt => Moment("verwerkt");

    /// <summary>When it was in its receiver's postbus.</summary>
    public DateTimeOffset? Afgeleverd => Moment("afgeleverd");

    internal static Berichtstand Lees(string json)
    {
        var stand = JsonNode.Parse(json)!;
        return new Berichtstand
        {
            BerichtId = stand["berichtId"]!.GetValue<string>(),
            Oordeel = stand["oordeel"]!.GetValue<string>(),
            Bevindingen = Vondst.Lees(stand),
            Spoor =
            [
                .. ((string[])["ontvangen", "gecontroleerd", "gearchiveerd", "afgeleverd", "verwerkt"])
                    .Where(stap => stand["spoor"]![stap] is not null)
                    .Select(stap => (stap, stand["spoor"]![stap]!.GetValue<DateTimeOffset>())),
            ],
            Retour = stand["retour"]?.GetValue<string>(),
        };
    }

    private DateTimeOffset? Moment(string stap)
    {
        foreach (var (naam, moment) in Spoor)
        {
            if (naam == stap) return moment;
        }

        return null;
    }
}
