using EndToEnd.Samples;
using Hub.Deelnemers;
using Hub.Functions.Tests.Shared;
using Hub.Queues;

namespace EndToEnd.Telemetry;

/// <summary>Every bericht is one trace from the request to its postbus, through the real host and queues.</summary>
[Collection(nameof(SamplesCollection))]
public sealed class TraceTests(SamplesRun run)
{
    [Fact]
    public async Task Each_sample_is_one_trace_from_its_request_through_the_queue_to_its_postbus()
    {
        var messages = run
            .Report.Outcomes.SelectMany(outcome => outcome.Finds)
            .Where(find => find.Deelnemer.Channel == Channel.ServiceBus)
            .Select(find => find.Bericht)
            .ToList();
        Assert.NotEmpty(messages);
        foreach (var message in messages)
        {
            var aflevering = await SpanAsync(QueueTrace.ContextOf(message.Properties["traceparent"] as string)!.Value.SpanId.ToHexString());
            Assert.StartsWith("send postbus-", aflevering.Name, StringComparison.Ordinal);
            var verwerking = await SpanAsync(aflevering.ParentId);
            Assert.Equal(("Hub.Queues", "process verwerking"), (verwerking.Source, verwerking.Name));
            var sending = await SpanAsync(verwerking.ParentId);
            Assert.Equal(("Hub.ServiceBus", "send verwerking"), (sending.Source, sending.Name));
            var ontvangst = await SpanAsync(sending.ParentId);
            Assert.Equal(("Microsoft.AspNetCore", "POST /berichten", ""), (ontvangst.Source, ontvangst.Name, ontvangst.ParentId));
            Assert.All([verwerking, sending, ontvangst], span => Assert.Equal(aflevering.TraceId, span.TraceId));
            Assert.Empty(verwerking.Referred);
        }
    }

    private async Task<OtlpSpan> SpanAsync(string id)
    {
        await run.Otlp.WaitAsync(al => al.Spans.Any(span => span.SpanId == id), TestContext.Current.CancellationToken);
        return run.Otlp.Spans.First(span => span.SpanId == id);
    }
}
