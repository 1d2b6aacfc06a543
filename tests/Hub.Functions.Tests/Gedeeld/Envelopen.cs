using System.Text.Json;

namespace Hub.Functions.Tests.Gedeeld;

/// <summary>Envelopes as the Functions host writes them.</summary>
internal static class Envelopen
{
    public const string Timer =
        """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-11-22T22:33:00.0559808+00:00","Next":"2026-11-22T22:34:00+00:00","LastUpdated":"2026-11-22T22:33:00.0559808+00:00"},"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"Bewaking","UtcNow":"2026-11-22T22:34:00.0038331Z","RandGuid":"67e8c232-a198-4fc3-9a94-028d3400b6b5"}}}""";

    public static string ServiceBus(ReadOnlySpan<byte> body, string messageId = "m-1", IReadOnlyDictionary<string, object>? eigenschappen = null) =>
        """{"Data":{"message":"BODY"},"Metadata":{"MessageReceiver":{},"MessageSession":{},"MessageActions":{},"SessionActions":{},"ReceiveActions":{},"Client":{"FullyQualifiedNamespace":"ns.servicebus.windows.net","IsClosed":false,"TransportType":0},"DeliveryCount":"1","LockToken":"\"9b1c0f0e-0000-0000-0000-000000000000\"","ExpiresAtUtc":"9999-12-31T23:59:59","EnqueuedTimeUtc":"2026-11-22T22:14:53","MessageId":"\"ID\"","ContentType":"\"application/json\"","SequenceNumber":"42","SessionId":"\"s-1\"","ApplicationProperties":{PROPERTIES},"UserProperties":{PROPERTIES},"sys":{"MethodName":"VerwerkBericht"}}}"""
            .Replace("BODY", Convert.ToBase64String(body), StringComparison.Ordinal)
            .Replace("{PROPERTIES}", JsonSerializer.Serialize(eigenschappen ?? new Dictionary<string, object>()), StringComparison.Ordinal)
            .Replace("ID\\\"", messageId + "\\\"", StringComparison.Ordinal);
}
