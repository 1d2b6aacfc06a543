using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost.Messages;

/// <summary>
/// What the host tells the worker beside the value that triggered: strings as they are, everything else as JSON, since the worker takes no
/// numbers.
/// </summary>
internal sealed class TriggerMetadata
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Names are case-insensitive, as on the real host; the first spelling and place of a name stay.
    private readonly OrderedDictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);

    public object? this[string name]
    {
        set => _values[name] = value;
    }

    /// <summary>A value as JSON, readable.</summary>
    public static string Json(object value) => JsonSerializer.Serialize(value, Plain);

    /// <summary>
    /// Does to the metadata what the real host does with a trigger value that is a string: the top-level properties of a JSON body
    /// overwrite names that are there. This is the trap that a <c>byte[]</c> parameter avoids.
    /// </summary>
    public void OverwriteBy(string body)
    {
        JsonObject? parsed;
        try
        {
            parsed = JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return;
        }

        foreach (var (name, value) in parsed ?? [])
        {
            if (value is not (null or JsonArray))
            {
                _values[name] = value is JsonObject ? value : (object)value.ToString();
            }
        }
    }

    /// <summary>As it goes to the worker, with what the host knows of every invocation.</summary>
    public IEnumerable<KeyValuePair<string, TypedData>> With(string function, DateTimeOffset now)
    {
        foreach (var (name, value) in _values)
        {
            if (value is not null)
            {
                yield return KeyValuePair.Create(name, Convert(value));
            }
        }

        var system = new
        {
            MethodName = function,
            UtcNow = now.UtcDateTime,
            RandGuid = Guid.NewGuid(),
        };
        yield return KeyValuePair.Create("sys", new TypedData { Json = Json(system) });
    }

    private static TypedData Convert(object value) =>
        value is string text ? new TypedData { String = text } : new TypedData { Json = Json(value) };
}
