using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Hub.Local.FunctionsHost.Envelopes;

/// <summary>
/// The JSON that the host posts to the handler for one invocation, with the real host's conversions: byte[] as Base64, dates with
/// seconds only, objects as objects, and everything else as a string that holds JSON.
/// </summary>
internal sealed class Envelope
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The trigger's value by binding name. A <see cref="JToken"/> is written as it is.</summary>
    public required KeyValuePair<string, object> Data { get; init; }

    /// <summary>Names are case-insensitive, as on the real host; the first spelling and place of a name stay.</summary>
    public OrderedDictionary<string, object?> Metadata { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds what the real host knows of every invocation.</summary>
    public void AddSystem(string function, DateTimeOffset now, Guid randGuid) =>
        Metadata["sys"] = new JObject { ["MethodName"] = function, ["UtcNow"] = now.UtcDateTime, ["RandGuid"] = randGuid };

    /// <summary>
    /// Does to the metadata what the real host does with a trigger value that is a string: the top-level properties of a JSON body
    /// overwrite names that are there. This is the trap that <c>"dataType": "binary"</c> avoids.
    /// </summary>
    public void OverwriteMetadata(string body)
    {
        var trimmed = body.AsSpan().Trim();
        if (trimmed.IsEmpty || trimmed[0] != '{')
            return;
        JObject parsed;
        try
        {
            parsed = JObject.Parse(body);
        }
        catch (JsonException)
        {
            return;
        }

        foreach (var property in parsed.Properties().Where(property => property.Value.Type != JTokenType.Array))
        {
            if ((property.Value as JObject ?? (object?)(string?)property.Value) is { } value)
                Metadata[property.Name] = value;
        }
    }

    public byte[] ToUtf8()
    {
        var metadata = new JObject();
        foreach (var (name, value) in Metadata)
        {
            if (value is not null && !name.EndsWith("trigger", StringComparison.OrdinalIgnoreCase))
                metadata[name] = Convert(value);
        }

        var json = new JObject { [nameof(Data)] = new JObject { [Data.Key] = Convert(Data.Value) }, [nameof(Metadata)] = metadata };
        return Utf8.GetBytes(json.ToString(Formatting.None));
    }

    private static JToken Convert(object value) => value switch
    {
        byte[] bytes => System.Convert.ToBase64String(bytes),
        JToken token => token,
        DateTime date => date.ToString("yyyy-MM-ddTHH:mm:ss", null),
        DateTimeOffset date => date.ToString("yyyy-MM-ddTHH:mm:sszzz", null),
        IReadOnlyDictionary<string, object> => JObject.FromObject(value),
        _ => JsonConvert.SerializeObject(value),
    };
}
