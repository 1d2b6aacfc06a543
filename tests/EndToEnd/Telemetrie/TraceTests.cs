using EndToEnd.Voorbeelden;
using Hub.Deelnemers;
using Hub.Functions.Tests.Gedeeld;
using Hub.Queues;

namespace EndToEnd.Telemetrie;

/// <summary>Every bericht is one trace from the request to its postbus, through the real host and queues.</summary>
[Collection(nameof(VoorbeeldenCollection))]
public sealed class TraceTests(VoorbeeldenRun run)
{
    [Fact]
    public async Task Each_sample_is_one_trace_from_its_request_through_the_queue_to_its_postbus()
    {
        var brieven = run.Verslag.Uitslagen.SelectMany(uitslag => uitslag.Vondsten)
            .Where(vondst => vondst.Deelnemer.Kanaal == Kanaal.ServiceBus).Select(vondst => vondst.Bericht).ToList();
        Assert.NotEmpty(brieven);
        foreach (var brief in brieven)
        {
            var aflevering = await SpanAsync(QueueTrace.ContextOf(brief.Properties["traceparent"] as string)!.Value.SpanId.ToHexString());
            Assert.StartsWith("send postbus-", aflevering.Naam, StringComparison.Ordinal);
            var verwerking = await SpanAsync(aflevering.OuderId);
            Assert.Equal(("Hub.Queues", "process verwerking"), (verwerking.Bron, verwerking.Naam));
            var zending = await SpanAsync(verwerking.OuderId);
            Assert.Equal(("Hub.ServiceBus", "send verwerking"), (zending.Bron, zending.Naam));
            var ontvangst = await SpanAsync(zending.OuderId);
            Assert.Equal(("Microsoft.AspNetCore", "POST /berichten", ""), (ontvangst.Bron, ontvangst.Naam, ontvangst.OuderId));
            Assert.All([verwerking, zending, ontvangst], span => Assert.Equal(aflevering.TraceId, span.TraceId));
            Assert.Empty(verwerking.Verwezen);
        }
    }

    private async Task<OtlpSpan> SpanAsync(string id)
    {
        await run.Otlp.WachtAsync(al => al.Spans.Any(span => span.SpanId == id), TestContext.Current.CancellationToken);
        return run.Otlp.Spans.First(span => span.SpanId == id);
    }
}
