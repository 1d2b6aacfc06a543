using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hub.Azure.ServiceBus;
using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class TelemetryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trace_goes_over_the_queue_from_sender_to_processing()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        using var root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        root.TraceStateString = "hub=1";
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        var message = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        root.Stop();
        Activity.Current = null;
        using (var processing = QueueTrace.StartProcess("plain", message))
        {
            Assert.Equal(root.TraceId, processing!.TraceId);
            await receiver.CompleteAsync(message, Stop);
        }

        var mine = spans.Where(span => span.TraceId == root.TraceId).ToDictionary(span => span.OperationName);
        var send = mine["send plain"];
        Assert.Equal((ActivityKind.Producer, root.SpanId), (send.Kind, send.ParentSpanId));
        Assert.Equal(send.Id, message.Message.Properties["traceparent"]);
        Assert.Equal(send.Id, message.Message.Properties["Diagnostic-Id"]);
        Assert.Equal("hub=1", message.Message.Properties["tracestate"]);
        Assert.Equal(send.SpanId, Assert.Single(mine["receive plain"].Links).Context.SpanId);
        Assert.Equal((ActivityKind.Consumer, send.SpanId), (mine["process plain"].Kind, mine["process plain"].ParentSpanId));
        Assert.Equal(mine["process plain"].SpanId, mine["complete plain"].ParentSpanId);
        foreach (var span in mine.Values)
        {
            Assert.Equal("servicebus", span.GetTagItem("messaging.system"));
            Assert.Equal("plain", span.GetTagItem("messaging.destination.name"));
            // Whoever sends may write anything in it.
            Assert.Null(span.GetTagItem("messaging.message.id"));
        }

        Assert.Equal(("send", "receive", "settle"), (Type(send), Type(mine["receive plain"]), Type(mine["complete plain"])));
    }

    [Fact]
    public async Task A_context_that_a_message_brings_is_kept()
    {
        using var listener = Listen([]);
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        const string own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await client.SendBatchAsync("plain", [Broker.Message("a") with { Properties = new Dictionary<string, object> { ["traceparent"] = own } }, Broker.Message("b")], Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        var (first, second) = ((await receiver.ReceiveAsync(Broker.Soon, Stop))!, (await receiver.ReceiveAsync(Broker.Soon, Stop))!);
        Assert.Equal(own, first.Message.Properties["traceparent"]);
        Assert.NotNull(QueueTrace.ContextOf(second.Message));
    }

    [Fact]
    public void A_context_is_read_from_Diagnostic_Id_too_and_one_that_is_not_valid_is_none()
    {
        var message = Broker.Message("a");
        Assert.Null(QueueTrace.ContextOf(message));
        Assert.Null(QueueTrace.ContextOf(message with { Properties = new Dictionary<string, object> { ["traceparent"] = "no" } }));
        var old = message with { Properties = new Dictionary<string, object> { ["Diagnostic-Id"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" } };
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", QueueTrace.ContextOf(old)!.Value.TraceId.ToHexString());
    }

    [Fact]
    public async Task Operations_are_counted_and_timed_and_failures_say_their_type()
    {
        var seen = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, it) => { if (instrument.Meter.Name == ServiceBusTelemetry.Name) it.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary())));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary())));
        listener.Start();
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendBatchAsync("unique", [Broker.Message("a"), Broker.Message("b")], Stop);
        await using var receiver = await client.OpenReceiverAsync("unique", false, Stop);
        await receiver.CompleteAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("none", Broker.Message("c"), Stop));

        var mine = seen.Where(one => Equals(one.Tags["server.port"], broker.Emulator.Port)).ToList();
        Assert.Equal(2, Assert.Single(mine, one => one.Name == "messaging.client.sent.messages" && Equals(one.Tags["messaging.destination.name"], "unique")).Value);
        Assert.Equal(1, Assert.Single(mine, one => one.Name == "messaging.client.consumed.messages").Value);
        Assert.Equal(
            [("complete", null), ("send", null), ("send", "NotFound")],
            mine.Where(one => one.Name == "messaging.client.operation.duration")
                .Select(one => ((string)one.Tags["messaging.operation.name"]!, one.Tags.GetValueOrDefault("error.type") as string)).Order());
    }

    private static object? Type(Activity span) => span.GetTagItem("messaging.operation.type");

    private static ActivityListener Listen(ConcurrentQueue<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is ServiceBusTelemetry.Name or QueueTrace.SourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
