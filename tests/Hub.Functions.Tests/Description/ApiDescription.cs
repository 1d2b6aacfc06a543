using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hub.Functions.Tests.Description;

/// <summary>The OpenAPI document, and whether an answer of the hub is one that it describes.</summary>
internal static class ApiDescription
{
    private static readonly JsonElement Document = Load();

    /// <summary>Every operation with its path and method, such as <c>GET</c>.</summary>
    public static IReadOnlyList<(string Path, string Method, JsonElement Operation)> Operations { get; } =
    [
        .. Document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject(), (path, method) => (path.Name, method.Name.ToUpperInvariant(), method.Value)),
    ];

    /// <summary>What stands under <c>components</c>, such as <c>schemas</c>.</summary>
    public static IEnumerable<JsonProperty> Components(string kind) =>
        Document.GetProperty("components").GetProperty(kind).EnumerateObject();

    /// <summary>What a reference points at; anything else is itself.</summary>
    public static JsonElement Resolve(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("$ref", out var reference))
        {
            return element;
        }
        var target = Document;
        foreach (var part in reference.GetString()!.Split('/').Skip(1))
        {
            target = target.GetProperty(part);
        }
        return target;
    }

    /// <summary>The examples of the content of a request or response, by media type and name.</summary>
    public static IEnumerable<(string MediaType, string Name, JsonElement Value)> Examples(JsonElement content) =>
        from media in content.TryGetProperty("content", out var all) ? all.EnumerateObject() : default
        where media.Value.TryGetProperty("examples", out _)
        from example in media.Value.GetProperty("examples").EnumerateObject()
        select (media.Name, example.Name, Resolve(example.Value).GetProperty("value"));

    /// <summary>
    /// What is wrong with an answer according to the document; null when nothing is, or when it does not describe the address or method.
    /// </summary>
    public static string? FaultOf(string method, string path, int status, string? mediaType, byte[] body)
    {
        var bare = path.Split('?')[0];
        var operation = Operations
            .Where(one => one.Method == method && Regex.IsMatch(bare, "^" + Regex.Replace(one.Path, @"\{\w+\}", "[^/]+") + "$"))
            .Select(one => one.Operation)
            .FirstOrDefault();
        if (operation.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }
        if (!operation.GetProperty("responses").TryGetProperty($"{status}", out var response))
        {
            return $"status {status} is not described";
        }
        response = Resolve(response);
        if (!response.TryGetProperty("content", out var content))
        {
            return body.Length == 0 ? null : "content is not described";
        }
        var bareType = mediaType?.Split(';')[0] ?? "";
        if (!content.TryGetProperty(bareType, out var media))
        {
            return $"media type '{bareType}' is not described";
        }
        if (!bareType.EndsWith("json", StringComparison.Ordinal))
        {
            return null;
        }
        var json = JsonSerializer.Deserialize<JsonElement>(body);
        if (
            bareType == "application/problem+json"
            && !Examples(response).Any(example => example.Value.GetProperty("type").ValueEquals(json.GetProperty("type").GetString()))
        )
        {
            return $"{json.GetProperty("type")} is not described";
        }
        return SchemaFault(media.GetProperty("schema"), json, "$");
    }

    // As much of JSON Schema as the document uses; no member may be there that it does not name.
    private static string? SchemaFault(JsonElement schema, JsonElement value, string at)
    {
        schema = Resolve(schema);
        var type = schema.GetProperty("type").GetString();
        if (type != TypeOf(value))
        {
            return $"{at} is no {type}";
        }
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => one.ValueEquals(value.GetString())))
        {
            return $"{at} is {value}";
        }
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!))
        {
            return $"{at} is {value}";
        }
        if (schema.TryGetProperty("format", out var format))
        {
            var isRight =
                format.GetString() == "date"
                    ? DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _)
                    : value.TryGetDateTimeOffset(out _);
            if (!isRight)
            {
                return $"{at} is no {format}";
            }
        }

        if (type == "array")
        {
            return value
                .EnumerateArray()
                .Select((item, index) => SchemaFault(schema.GetProperty("items"), item, $"{at}[{index}]"))
                .FirstOrDefault(fault => fault is not null);
        }
        if (type != "object" || !schema.TryGetProperty("properties", out var properties))
        {
            return null;
        }
        var required = schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!);
        if (required.FirstOrDefault(name => !value.TryGetProperty(name, out _)) is { } missing)
        {
            return $"{at}.{missing} is missing";
        }
        return value
            .EnumerateObject()
            .Select(member =>
                properties.TryGetProperty(member.Name, out var property)
                    ? SchemaFault(property, member.Value, $"{at}.{member.Name}")
                    : $"{at}.{member.Name} is not described"
            )
            .FirstOrDefault(fault => fault is not null);
    }

    private static string TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
            var kind => kind.ToString().ToLowerInvariant(),
        };

    private static JsonElement Load()
    {
        using var source = typeof(HubApp).Assembly.GetManifestResourceStream("openapi.json")!;
        return JsonSerializer.Deserialize<JsonElement>(source);
    }
}
