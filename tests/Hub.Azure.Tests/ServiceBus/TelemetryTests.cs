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
        using var root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        root.TraceStateString = "hub=1";
        await broker.NewClient().SendAsync("plain", Broker.Message("a"), Stop);
        var message = await broker.Receiver("plain").ReceiveMessageAsync(Broker.Soon, Stop);
        root.Stop();
        Activity.Current = null;
        var properties = message.ApplicationProperties;
        using (
            var processing = QueueTrace.StartProcess("plain", QueueTrace.ContextOf(properties["traceparent"] as string), messageId: null, 1)
        )
        {
            Assert.Equal(root.TraceId, processing!.TraceId);
        }

        var mine = spans.Where(span => span.TraceId == root.TraceId).ToDictionary(span => span.OperationName);
        var send = mine["send plain"];
        Assert.Equal((ActivityKind.Producer, root.SpanId), (send.Kind, send.ParentSpanId));
        Assert.Equal(send.Id, properties["traceparent"]);
        Assert.Equal(send.Id, properties["Diagnostic-Id"]);
        Assert.Equal("hub=1", properties["tracestate"]);
        Assert.Equal((ActivityKind.Consumer, send.SpanId), (mine["process plain"].Kind, mine["process plain"].ParentSpanId));
        foreach (var span in mine.Values)
        {
            Assert.Equal("servicebus", span.GetTagItem("messaging.system"));
            Assert.Equal("plain", span.GetTagItem("messaging.destination.name"));
            // Whoever sends may write anything in it.
            Assert.Null(span.GetTagItem("messaging.message.id"));
        }

        Assert.Equal("send", Type(send));
    }

    [Fact]
    public async Task A_context_that_a_message_brings_is_kept()
    {
        using var listener = Listen([]);
        await using var broker = await Broker.StartAsync();
        const string own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await broker
            .NewClient()
            .SendAsync("plain", Broker.Message("a") with { Properties = new Dictionary<string, object> { ["traceparent"] = own } }, Stop);
        Assert.Equal(own, (await broker.Receiver("plain").ReceiveMessageAsync(Broker.Soon, Stop)).ApplicationProperties["traceparent"]);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("no", false)]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", true)]
    public void A_context_that_is_not_valid_is_none(string? text, bool isContext) =>
        Assert.Equal(isContext, QueueTrace.ContextOf(text) is not null);

    [Fact]
    public async Task Sends_are_counted_and_timed_and_failures_say_their_type()
    {
        var seen = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Meter.Name == ServiceBusTelemetry.Name)
                {
                    it.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => seen.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary()))
        );
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => seen.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary()))
        );
        listener.Start();
        // Names of their own: other tests of this process are counted too.
        await using var broker = await Broker.StartAsync(options => options with { Queues = [new() { Name = "counted" }] });
        var client = broker.NewClient();
        await client.SendAsync("counted", Broker.Message("a"), Stop);
        await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("not-counted", Broker.Message("c"), Stop));

        var mine = seen.Where(one => one.Tags["messaging.destination.name"] is "counted" or "not-counted").ToList();
        Assert.Equal(
            1,
            Assert
                .Single(
                    mine,
                    one => one.Name == "messaging.client.sent.messages" && Equals(one.Tags["messaging.destination.name"], "counted")
                )
                .Value
        );
        Assert.Equal(
            [("counted", null), ("not-counted", "NotFound")],
            mine.Where(one => one.Name == "messaging.client.operation.duration")
                .Select(one => ((string)one.Tags["messaging.destination.name"]!, one.Tags.GetValueOrDefault("error.type") as string))
                .Order()
        );
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
