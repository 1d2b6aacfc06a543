using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Text;
using Hub.Azure.Tests.Shared;
using Hub.Berichten;
using Hub.Functions.Tests.Shared;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Termijnen;
using Ijw.Catalogue;

namespace Hub.Functions.Tests.Telemetry;

/// <summary>The app with an address to export to.</summary>
public sealed class HubWithTelemetry(AzuriteFixture azurite) : HubFixture(azurite)
{
    internal OtlpReceiver Ontvanger { get; private set; } = null!;

    internal override IReadOnlyDictionary<string, string> MoreSettings => Ontvanger.Settings;

    public override async ValueTask InitializeAsync()
    {
        Ontvanger = await OtlpReceiver.StartAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Ontvanger.DisposeAsync();
    }
}

/// <summary>What leaves over OTLP: one trace per bericht, and nothing of a caller or a child.</summary>
public sealed class TelemetryTests(HubWithTelemetry hub) : IClassFixture<HubWithTelemetry>
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_trace_holds_taking_in_sending_processing_and_delivering()
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        var received = await hub.SendAsync(
            HttpMethod.Post,
            "/berichten",
            HubSamples.Aanbieder,
            new StringContent(HubSamples.Stop(), Encoding.UTF8, "application/xml"),
            adjustment: verzoek => verzoek.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-b7ad6b7169203331-01")
        );
        Assert.Equal(202, received.Status);
        // The host calls in another trace, as one that makes its own would.
        await hub.ProcessAllAsync();
        // The last to end is the one that holds the others.
        await hub.Ontvanger.WaitAsync(al => Spans(al, trace).Any(span => span.Name == "process verwerking"), Stop);

        var spans = Spans(hub.Ontvanger, trace).Where(span => !IsOfIssuer(span)).ToDictionary(span => span.Name);
        var (ontvangst, sending) = (spans["POST /berichten"], spans["send verwerking"]);
        var (verwerking, aflevering) = (spans["process verwerking"], spans["send postbus-0503"]);
        Assert.Equal("b7ad6b7169203331", ontvangst.ParentId);
        Assert.Equal(ontvangst.SpanId, sending.ParentId);
        Assert.Equal(sending.SpanId, verwerking.ParentId);
        Assert.Equal(verwerking.SpanId, aflevering.ParentId);
        Assert.Equal([Trace], verwerking.Referred);
        Assert.Equal(received.Field("berichtId"), verwerking.Properties["messaging.message.id"]);
        var message = Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente), message => message.MessageId == received.Field("berichtId"));
        Assert.Equal($"00-{trace}-{aflevering.SpanId}-01", message.Properties["traceparent"]);
    }

    [Fact]
    public async Task A_request_is_told_by_method_route_and_status_and_by_nothing_the_caller_wrote()
    {
        const string secret = "999900018";
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        await hub.SendAsync(HttpMethod.Get, $"/berichten/{secret}?bsn={secret}", HubSamples.Aanbieder, adjustment: Fill);
        await hub.SendAsync(HttpMethod.Get, $"/{secret}", HubSamples.Aanbieder, adjustment: Fill);
        await hub.SendAsync(
            HttpMethod.Get,
            $"/berichten?identificatie={secret}&declaratienummer={secret}&toewijzingnummer={secret}",
            HubSamples.Aanbieder,
            adjustment: Fill
        );
        await hub.SendAsync(new HttpMethod("BSN" + secret), "/berichten", HubSamples.Aanbieder, adjustment: Fill);
        await hub.SendAsync(
            HttpMethod.Post,
            "/berichten",
            HubSamples.Aanbieder,
            new StringContent(HubSamples.Stop(), Encoding.UTF8, "application/xml"),
            adjustment: Fill
        );
        await hub.Ontvanger.WaitAsync(al => Spans(al, trace).Count(IsVerzoek) == 5, Stop);
        await hub.Ontvanger.WaitAsync(al => al.Measurements.ContainsKey("dotnet.process.memory.working_set"), Stop);

        var spans = Spans(hub.Ontvanger, trace).ToList();
        Assert.Equal(
            ["GET", "GET /berichten", "GET /berichten/{id}", "POST /berichten", "_OTHER"],
            spans.Where(IsVerzoek).Select(span => span.Name).Order(StringComparer.Ordinal)
        );
        var sought = spans.Single(span => span.Name == "GET /berichten/{id}");
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["http.request.method"] = "GET",
                ["http.route"] = "/berichten/{id}",
                ["http.response.status_code"] = "404",
            },
            sought.Properties
        );
        Assert.All(spans, span => Assert.Equal("", span.TraceState));
        Without(secret);
        var message = (await AfterVerwerkingAsync())[^1];
        Assert.DoesNotContain("tracestate", message.Properties.Keys);

        void Fill(HttpRequestMessage verzoek)
        {
            verzoek.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-b7ad6b7169203331-01");
            verzoek.Headers.TryAddWithoutValidation("tracestate", $"bsn={secret}");
            verzoek.Headers.TryAddWithoutValidation("baggage", $"bsn={secret}");
            verzoek.Headers.TryAddWithoutValidation("User-Agent", $"client/{secret}");
            verzoek.Headers.TryAddWithoutValidation("X-Correlatie", secret);
            verzoek.Headers.Host = $"bsn{secret}.example";
            verzoek.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue($"application/bsn{secret}"));
        }
    }

    [Fact]
    public async Task Nothing_of_a_child_leaves_whatever_goes_wrong()
    {
        await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: true));
        await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop().Replace("440", HubSamples.Name, StringComparison.Ordinal));
        await hub.PostAsync(HubSamples.Aanbieder, $"{HubSamples.Bsn} {HubSamples.Name}");
        await hub.PostAsync("90000002", HubSamples.Stop());
        await hub.GetAsync(HubSamples.Aanbieder, $"/berichten/{HubSamples.Bsn}?naam={HubSamples.Name}");
        await hub.ProcessAllAsync();
        var vals = new Dictionary<string, object>
        {
            ["traceparent"] = HubSamples.Bsn,
            ["tracestate"] = $"bsn={HubSamples.Bsn}",
            [HubSamples.Name] = HubSamples.Bsn,
        };
        var evil = new QueueMessage
        {
            MessageId = HubSamples.Bsn,
            Body = Encoding.UTF8.GetBytes(HubSamples.Stop()),
            Properties = vals,
        };
        Assert.False(await hub.ProcessAsync(evil));
        await hub.WatchAsync();
        await hub.Ontvanger.WaitAsync(al => al.Spans.Any(span => span.Name == "timer Bewaking"), Stop);
        await hub.Ontvanger.WaitAsync(
            al => al.Spans.Any(span => span.Name == "process verwerking" && !span.Properties.ContainsKey("messaging.message.id")),
            Stop
        );

        foreach (var secret in (string[])[HubSamples.Bsn, HubSamples.Name, "2010-02-14", "Geslachtsnaam>"])
        {
            Without(secret);
        }
    }

    [Fact]
    public async Task Counts_and_durations_of_the_hub_its_queues_requests_and_the_runtime_are_exported()
    {
        await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop());
        string[] expected =
        [
            "messaging.client.sent.messages",
            "messaging.client.operation.duration",
            "http.server.request.duration",
            "dotnet.gc.last_collection.heap.size",
        ];
        await hub.Ontvanger.WaitAsync(al => expected.All(al.Measurements.ContainsKey), Stop);
    }

    [Fact]
    public async Task What_is_processed_is_counted_with_values_of_closed_lists_only()
    {
        var measured = new ConcurrentBag<(string Measurement, string Reference, string Value)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (measurement, itself) =>
            {
                if (measurement.Meter.Name == HubMeter.Name)
                {
                    itself.EnableMeasurementEvents(measurement);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((measurement, _, properties, _) => Note(measurement, properties));
        listener.SetMeasurementEventCallback<double>((measurement, _, properties, _) => Note(measurement, properties));
        listener.Start();

        await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop());
        await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: true));
        await hub.PostAsync(HubSamples.Aanbieder, $"{HubSamples.Bsn} {HubSamples.Name}");
        await hub.ProcessAllAsync();
        await hub.WatchAsync();
        Assert.False(await hub.ProcessAsync(new QueueMessage { MessageId = HubSamples.Bsn, Body = "x"u8.ToArray() }));

        Assert.Superset(
            new HashSet<(string, string, string)>
            {
                ("hub.berichten", "soort", "JW307"),
                ("hub.berichten", "oordeel", "goedgekeurd"),
                ("hub.berichten", "oordeel", "afgekeurd"),
                ("hub.berichten", "besluit", "RetourSturen"),
                ("hub.bevindingen", "regel", "TR101"),
                ("hub.doorlooptijd", "soort", "JW307"),
                ("hub.refusals", "problem", "geen-bericht"),
                ("hub.refusals", "deelnemer", HubSamples.Aanbieder),
                ("hub.failures", "operation", "VerwerkBericht"),
            },
            measured.ToHashSet()
        );
        Assert.Contains("hub.oudste_werk", measured.Select(one => one.Measurement));
        Assert.All(
            measured.Where(one => one.Reference.Length > 0),
            one =>
                Assert.True(
                    one.Reference switch
                    {
                        "soort" => Standard.Find(one.Value) is not null,
                        "oordeel" => one.Value is "goedgekeurd" or "afgekeurd",
                        "besluit" => Enum.GetValues<Decision>().Any(decision => decision.Name() == one.Value),
                        "regel" => one.Value == "BSN" || RuleCatalogue.Find(one.Value) is not null,
                        "termijn" => Enum.GetValues<TermijnKind>().Any(kind => kind.Name() == one.Value),
                        "problem" => NamesTests.ProblemTypes().Any(type => type.EndsWith(":" + one.Value, StringComparison.Ordinal)),
                        "deelnemer" => one.Value is HubSamples.Aanbieder or HubSamples.Gemeente or "90000002",
                        "operation" => one.Value is "Http" or "VerwerkBericht" or "Bewaking",
                        "queue" or "reden" => one.Measurement == "hub.dead_letters",
                        _ => false,
                    },
                    $"{one}"
                )
        );

        void Note(Instrument measurement, ReadOnlySpan<KeyValuePair<string, object?>> properties)
        {
            if (properties.IsEmpty)
            {
                measured.Add((measurement.Name, "", ""));
            }
            foreach (var reference in properties)
            {
                measured.Add((measurement.Name, reference.Key, $"{reference.Value}"));
            }
        }
    }

    private static IEnumerable<OtlpSpan> Spans(OtlpReceiver ontvanger, string trace) =>
        ontvanger.Spans.Where(span => span.TraceId == trace);

    // The issuer of tokens runs in this process too, and its requests are no requests of the app.
    private static bool IsOfIssuer(OtlpSpan span) => span.Source == "Microsoft.AspNetCore" && span.Properties.Count == 0;

    private static bool IsVerzoek(OtlpSpan span) => span.Source == "Microsoft.AspNetCore" && !IsOfIssuer(span);

    private void Without(string secret)
    {
        Assert.DoesNotContain(secret, hub.Ontvanger.AllBytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            hub.Ontvanger.Spans,
            span => span.Properties.Values.Any(value => value.Contains(secret, StringComparison.OrdinalIgnoreCase))
        );
    }

    private async Task<List<QueueMessage>> AfterVerwerkingAsync()
    {
        await hub.ProcessAllAsync();
        return await hub.EmptyAsync(HubSamples.Gemeente);
    }
}

/// <summary>Without an address nothing is gathered.</summary>
public sealed class WithoutTelemetryTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public void Without_an_address_no_exporter_is_there()
    {
        Assert.Null(hub.Services.GetService(typeof(OpenTelemetry.Trace.TracerProvider)));
        Assert.Null(hub.Services.GetService(typeof(OpenTelemetry.Metrics.MeterProvider)));
    }

    [Fact]
    public async Task Without_an_address_too_what_a_caller_writes_beside_its_trace_does_not_travel_on()
    {
        await hub.SendAsync(
            HttpMethod.Post,
            "/berichten",
            HubSamples.Aanbieder,
            new StringContent(HubSamples.Stop(), Encoding.UTF8, "application/xml"),
            adjustment: verzoek =>
            {
                verzoek.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
                verzoek.Headers.TryAddWithoutValidation("tracestate", $"bsn={HubSamples.Bsn}");
            }
        );
        var (session, bericht) = await hub.NextWorkAsync();
        await using var _ = session;
        Assert.DoesNotContain(
            bericht.ApplicationProperties,
            property => property.Value.ToString()!.Contains(HubSamples.Bsn, StringComparison.Ordinal)
        );
    }
}
