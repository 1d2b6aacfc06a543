using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Verwerking;

/// <summary>The body of a message on queue <c>verwerking</c>: which bericht is to be processed. All else is read from its row.</summary>
/// <param name="Versie">The version of this format: 1.</param>
/// <param name="BerichtId">The bericht.</param>
public sealed record Werkopdracht(int Versie, string BerichtId)
{
    /// <summary>The version that is written.</summary>
    public const int HuidigeVersie = 1;

    /// <summary>The body as UTF-8 JSON.</summary>
    public byte[] Schrijf() => JsonSerializer.SerializeToUtf8Bytes(this, WerkopdrachtJson.Default.Werkopdracht);

    /// <summary>Reads a body; null when it is not one of a version that is known.</summary>
    public static Werkopdracht? Lees(ReadOnlySpan<byte> body)
    {
        try
        {
            var opdracht = JsonSerializer.Deserialize(body, WerkopdrachtJson.Default.Werkopdracht);
            return opdracht?.Versie == HuidigeVersie && Berichten.BerichtId.IsGeldig(opdracht.BerichtId) ? opdracht : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Werkopdracht))]
internal sealed partial class WerkopdrachtJson : JsonSerializerContext;
