using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Postbus;

/// <summary>What a signal about an answer says; it lies in the postbussen of both parties among the berichten.</summary>
/// <param name="Kind">The kind, as <see cref="SignalKinds.Name"/> writes it.</param>
/// <param name="BerichtId">The answer.</param>
/// <param name="Heenbericht">The bericht that it answers; null when it is not known.</param>
/// <param name="Text">What is odd and who must act, in plain Dutch.</param>
public sealed record Signal(
    [property: JsonPropertyName("soort")] string Kind,
    string BerichtId,
    string? Heenbericht,
    [property: JsonPropertyName("tekst")] string Text
)
{
    /// <summary>As UTF-8 JSON: the body of a message, or what a row keeps.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, SignalJson.Default.Signal);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Signal Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, SignalJson.Default.Signal) ?? throw new InvalidDataException("This is no signal.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Signal))]
internal sealed partial class SignalJson : JsonSerializerContext;
