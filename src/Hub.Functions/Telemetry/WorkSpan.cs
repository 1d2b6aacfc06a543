using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hub.Berichten;
using Hub.Queues;
using Hub.Verwerking;

namespace Hub.Functions.Telemetry;

/// <summary>
/// The span under which a message from a queue is processed: in the trace of who sent it, whatever trace the host calls in.
/// </summary>
internal static class WorkSpan
{
    /// <summary>Starts it; null when nobody listens. Dispose it when done.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="metadata">
    /// What the host tells of the message: strings as they are, everything else as JSON. Only its trace context, id and delivery count are
    /// read, and only to be traced.
    /// </param>
    /// <param name="caller">The trace that the host calls in, if it has one.</param>
    public static Activity? Start(string queue, IReadOnlyDictionary<string, object?> metadata, ActivityContext? caller) =>
        QueueTrace.StartProcess(queue, Sender(Text(metadata, "ApplicationProperties")), Id(metadata), Count(metadata), caller);

    private static ActivityContext? Sender(string? properties)
    {
        try
        {
            using var json = JsonDocument.Parse(properties ?? "null");
            return QueueTrace.ContextOf(Text(json.RootElement, "traceparent") ?? Text(json.RootElement, "Diagnostic-Id"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Whoever may send writes it: only an id of ours is repeated.
    private static string? Id(IReadOnlyDictionary<string, object?> metadata)
    {
        var id = Text(metadata, "MessageId")?.Split(WorkQueue.Separator)[0];
        return BerichtId.IsValid(id) ? id : null;
    }

    private static int? Count(IReadOnlyDictionary<string, object?> metadata) =>
        int.TryParse(Text(metadata, "DeliveryCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static string? Text(IReadOnlyDictionary<string, object?> metadata, string name) => metadata.GetValueOrDefault(name)?.ToString();

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()
            : null;
}
