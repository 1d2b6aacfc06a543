using System.Text.Json.Serialization;

namespace Hub.Berichten;

/// <summary>The trail of a bericht: when each step was done (UTC); null = not done (yet).</summary>
public sealed record Trail
{
    /// <summary>The last byte came in; for a retour of the hub: it was made.</summary>
    [JsonPropertyName("ontvangen")]
    public required DateTimeOffset Received { get; init; }

    /// <summary>Level 1 and 2 have been checked.</summary>
    [JsonPropertyName("gecontroleerd")]
    public DateTimeOffset? Checked { get; init; }

    /// <summary>The bytes are in the archive.</summary>
    [JsonPropertyName("gearchiveerd")]
    public DateTimeOffset? Archived { get; init; }

    /// <summary>Levels 3 and 4 have been checked; stays null when it was rejected before.</summary>
    [JsonPropertyName("getoetst")]
    public DateTimeOffset? Assessed { get; init; }

    /// <summary>It was decided what happens with it, and that was done.</summary>
    [JsonPropertyName("verwerkt")]
    public DateTimeOffset? Processed { get; init; }

    /// <summary>It is in the postbus of the receiver; stays null when a retour went back instead.</summary>
    [JsonPropertyName("afgeleverd")]
    public DateTimeOffset? Delivered { get; init; }
}
