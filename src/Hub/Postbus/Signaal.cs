using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Postbus;

/// <summary>What a signal about an answer says; it lies in the postbussen of both parties among the berichten.</summary>
/// <param name="Soort">The kind, as <see cref="Signaalsoorten.Naam"/> writes it.</param>
/// <param name="BerichtId">The answer.</param>
/// <param name="Heenbericht">The bericht that it answers; null when it is not known.</param>
/// <param name="Tekst">What is odd and who must act, in plain Dutch.</param>
public sealed record Signaal(string Soort, string BerichtId, string? Heenbericht, string Tekst)
{
    /// <summary>As UTF-8 JSON: the body of a message, or what a row keeps.</summary>
    public byte[] Schrijf() => JsonSerializer.SerializeToUtf8Bytes(this, SignaalJson.Default.Signaal);

    /// <summary>Reads what <see cref="Schrijf"/> wrote.</summary>
    public static Signaal Lees(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, SignaalJson.Default.Signaal) ?? throw new InvalidDataException("This is no signal.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Signaal))]
internal sealed partial class SignaalJson : JsonSerializerContext;
