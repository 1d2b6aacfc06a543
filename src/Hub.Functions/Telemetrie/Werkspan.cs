using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hub.Berichten;
using Hub.Queues;
using Hub.Verwerking;

namespace Hub.Functions.Telemetrie;

/// <summary>The span under which a message from a queue is processed: in the trace of who sent it, whatever trace the host calls in.</summary>
internal static class Werkspan
{
    /// <summary>Starts it; null when nobody listens. Dispose it when done.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="metadata">The member <c>Metadata</c> of the envelope. Only its trace context, id and delivery count are read, and only to be traced.</param>
    public static Activity? Start(string queue, JsonElement metadata)
    {
        var eigenschappen = Lid(metadata, "ApplicationProperties");
        var afzender = QueueTrace.ContextOf(Tekst(eigenschappen, "traceparent") ?? Tekst(eigenschappen, "Diagnostic-Id"));
        return QueueTrace.StartProcess(queue, afzender, Id(metadata), Aantal(metadata));
    }

    // Encoded twice, and whoever may send writes it: only an id of ours is repeated.
    private static string? Id(JsonElement metadata)
    {
        var id = Tekst(metadata, "MessageId")?.Trim('"').Split(WerkQueue.Scheiding)[0];
        return BerichtId.IsGeldig(id) ? id : null;
    }

    private static int? Aantal(JsonElement metadata) =>
        int.TryParse(Tekst(metadata, "DeliveryCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var aantal) ? aantal : null;

    private static string? Tekst(JsonElement bron, string naam) => Lid(bron, naam) is { ValueKind: JsonValueKind.String } tekst ? tekst.GetString() : null;

    private static JsonElement Lid(JsonElement bron, string naam) =>
        bron.ValueKind == JsonValueKind.Object && bron.TryGetProperty(naam, out var lid) ? lid : default;
}
