using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Termijnen;

/// <summary>What a reminder says; it lies in a postbus among the berichten.</summary>
/// <param name="Termijn">The kind of term, as <see cref="TermijnKinds.Name"/> writes it.</param>
/// <param name="BerichtId">The bericht on which something should have come.</param>
/// <param name="Path">The class of it that this is about; null when it is the bericht as a whole.</param>
/// <param name="Deadline">The last day on which it was in time.</param>
/// <param name="Text">What must be done, in plain Dutch.</param>
public sealed record Reminder(
    string Termijn,
    string BerichtId,
    [property: JsonPropertyName("pad")] string? Path,
    [property: JsonPropertyName("uiterlijk")] DateOnly Deadline,
    [property: JsonPropertyName("tekst")] string Text
)
{
    /// <summary>As UTF-8 JSON: the body of a message, or what a row keeps.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ReminderJson.Default.Reminder);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Reminder Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ReminderJson.Default.Reminder) ?? throw new InvalidDataException("This is no reminder.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Reminder))]
internal sealed partial class ReminderJson : JsonSerializerContext;
