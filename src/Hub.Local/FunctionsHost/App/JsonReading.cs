using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Local.FunctionsHost.App;

/// <summary>Reads host.json and bindings; every fault becomes a line that names its file or function.</summary>
internal sealed class JsonReading(string file, JsonObject root, ICollection<string> faults)
{
    private static readonly JsonNodeOptions NodeOptions = new() { PropertyNameCaseInsensitive = true };

    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static JsonReading? Open(string path, string name, ICollection<string> faults)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path), NodeOptions, DocumentOptions) is JsonObject root)
            {
                return new JsonReading(name, root, faults);
            }
            faults.Add($"{name}: is not a JSON object.");
        }
        catch (JsonException error)
        {
            faults.Add($"{name}: is not JSON (line {error.LineNumber + 1}).");
        }
        catch (IOException)
        {
            faults.Add($"{name}: cannot be read.");
        }

        return null;
    }

    /// <summary>Reads what is JSON already; names are then as they are spelled.</summary>
    public static JsonReading Of(JsonObject json, string name, ICollection<string> faults) =>
        new(name, JsonNode.Parse(json.ToJsonString(), NodeOptions)!.AsObject(), faults);

    /// <summary>The values that are text, by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values =>
        root.Where(pair => pair.Value is JsonValue).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.ToString()));

    public void Fault(string what) => faults.Add($"{file}: {what}");

    public JsonReading? Object(string name) =>
        root[name] switch
        {
            JsonObject child => new JsonReading(file, child, faults),
            null => null,
            _ => Wrong<JsonReading>(name, "an object"),
        };

    public IEnumerable<JsonReading> Objects(string name)
    {
        if (root[name] is not JsonArray array)
        {
            return [];
        }
        return array.OfType<JsonObject>().Select(child => new JsonReading(file, child, faults));
    }

    public IReadOnlyList<string>? Texts(string name) =>
        root[name] switch
        {
            JsonArray array => [.. array.Select(item => item?.ToString() ?? "")],
            null => null,
            _ => Wrong<IReadOnlyList<string>>(name, "an array"),
        };

    public string? Text(string name) =>
        root[name] switch
        {
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            null => null,
            _ => Wrong<string>(name, "a string"),
        };

    public bool? Flag(string name) =>
        root[name] switch
        {
            JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
            null => null,
            _ => Wrong<bool?>(name, "true or false"),
        };

    public int? PositiveNumber(string name) =>
        root[name] switch
        {
            JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) && number > 0 =>
                number,
            null => null,
            _ => Wrong<int?>(name, "a whole number above 0"),
        };

    public TimeSpan? Duration(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.Zero)
        {
            return duration;
        }
        return Wrong<TimeSpan?>(name, "a duration such as 00:05:00");
    }

    public bool Has(string name) => root.ContainsKey(name);

    private T? Wrong<T>(string name, string expected)
    {
        Fault($"\"{name}\" must be {expected}.");
        return default;
    }
}
