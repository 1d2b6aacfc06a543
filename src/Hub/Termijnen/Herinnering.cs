using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Termijnen;

/// <summary>What a reminder says; it lies in a postbus among the berichten.</summary>
/// <param name="Termijn">The kind of term, as <see cref="Kloksoorten.Naam"/> writes it.</param>
/// <param name="BerichtId">The bericht on which something should have come.</param>
/// <param name="Pad">The class of it that this is about; null when it is the bericht as a whole.</param>
/// <param name="Uiterlijk">The last day on which it was in time.</param>
/// <param name="Tekst">What must be done, in plain Dutch.</param>
public sealed record Herinnering(string Termijn, string BerichtId, string? Pad, DateOnly Uiterlijk, string Tekst)
{
    /// <summary>As UTF-8 JSON: the body of a message, or what a row keeps.</summary>
    public byte[] Schrijf() => JsonSerializer.SerializeToUtf8Bytes(this, HerinneringJson.Default.Herinnering);

    /// <summary>Reads what <see cref="Schrijf"/> wrote.</summary>
    public static Herinnering Lees(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, HerinneringJson.Default.Herinnering) ?? throw new InvalidDataException("This is no reminder.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Herinnering))]
internal sealed partial class HerinneringJson : JsonSerializerContext;
