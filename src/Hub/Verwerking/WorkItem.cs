using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Verwerking;

/// <summary>The body of a message on queue <c>verwerking</c>: which bericht is to be processed. All else is read from its row.</summary>
/// <param name="Version">The version of this format: 1.</param>
/// <param name="BerichtId">The bericht.</param>
public sealed record WorkItem([property: JsonPropertyName("versie")] int Version, string BerichtId)
{
    /// <summary>The version that is written.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The body as UTF-8 JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, WorkItemJson.Default.WorkItem);

    /// <summary>Reads a body; null when it is not one of a version that is known.</summary>
    public static WorkItem? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var command = JsonSerializer.Deserialize(body, WorkItemJson.Default.WorkItem);
            return command?.Version == CurrentVersion && Berichten.BerichtId.IsValid(command.BerichtId) ? command : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkItem))]
internal sealed partial class WorkItemJson : JsonSerializerContext;
