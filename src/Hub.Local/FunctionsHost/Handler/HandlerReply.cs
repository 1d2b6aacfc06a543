using System.Text.Json;

namespace Hub.Local.FunctionsHost.Handler;

/// <summary>What a handler's answer to an envelope means.</summary>
internal static class HandlerReply
{
    /// <summary>Null for a 2xx without body, or with the body <c>null</c>: the real host then waits for ever.</summary>
    public static InvocationResult? Judge(int status, ReadOnlySpan<byte> body)
    {
        if (status is < 200 or > 299)
            return new InvocationResult($"the handler answered {status}");
        var text = body.Trim(" \t\r\n"u8);
        if (text.IsEmpty || text.SequenceEqual("null"u8))
            return null;
        try
        {
            var reader = new Utf8JsonReader(text);
            var reply = JsonElement.ParseValue(ref reader);
            return reply.ValueKind == JsonValueKind.Object && reader.BytesConsumed == text.Length
                ? new InvocationResult(null, reply)
                : new InvocationResult("the handler's answer is not a JSON object");
        }
        catch (JsonException)
        {
            return new InvocationResult("the handler's answer is not JSON");
        }
    }

    /// <summary>The property of that name, in whatever case.</summary>
    public static JsonElement? Find(JsonElement reply, string name)
    {
        if (reply.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var property in reply.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        }

        return null;
    }

    public static IEnumerable<string> Logs(JsonElement reply) =>
        Find(reply, "Logs") is { ValueKind: JsonValueKind.Array } logs
            ? logs.EnumerateArray().Select(line => line.ToString())
            : [];
}
