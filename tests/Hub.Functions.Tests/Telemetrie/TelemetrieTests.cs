using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Text;
using Hub.Azure.Tests.Gedeeld;
using Hub.Berichten;
using Hub.Functions.Tests.Gedeeld;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Termijnen;
using Ijw.Catalogue;

namespace Hub.Functions.Tests.Telemetrie;

/// <summary>The app with an address to export to.</summary>
public sealed class HubMetTelemetrie(Azurite azurite) : HubOmgeving(azurite)
{
    internal OtlpOntvanger Ontvanger { get; private set; } = null!;

    internal override IReadOnlyDictionary<string, string> MeerInstellingen => Ontvanger.Instellingen;

    public override async ValueTask InitializeAsync()
    {
        Ontvanger = await OtlpOntvanger.StartAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Ontvanger.DisposeAsync();
    }
}

/// <summary>What leaves over OTLP: one trace per bericht, and nothing of a caller or a child.</summary>
public sealed class TelemetrieTests(HubMetTelemetrie hub) : IClassFixture<HubMetTelemetrie>
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_trace_holds_taking_in_sending_processing_and_delivering()
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        var ontvangen = await hub.StuurAsync(
            HttpMethod.Post,
            "/berichten",
            Voorbeelden.Aanbieder,
            new StringContent(Voorbeelden.Stop(), Encoding.UTF8, "application/xml"),
            aanpassing: verzoek => verzoek.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-b7ad6b7169203331-01"));
        Assert.Equal(202, ontvangen.Status);
        // The host calls in another trace, as one that makes its own would.
        await hub.VerwerkAllesAsync();
        // The last to end is the one that holds the others.
        await hub.Ontvanger.WachtAsync(al => Spans(al, trace).Any(span => span.Naam == "process verwerking"), Stop);

        var spans = Spans(hub.Ontvanger, trace).Where(span => !IsVanUitgever(span)).ToDictionary(span => span.Naam);
        var (ontvangst, zending) = (spans["POST /berichten"], spans["send verwerking"]);
        var (verwerking, aflevering) = (spans["process verwerking"], spans["send postbus-0503"]);
        Assert.Equal("b7ad6b7169203331", ontvangst.OuderId);
        Assert.Equal(ontvangst.SpanId, zending.OuderId);
        Assert.Equal(zending.SpanId, verwerking.OuderId);
        Assert.Equal(verwerking.SpanId, aflevering.OuderId);
        Assert.Equal([Trace], verwerking.Verwezen);
        Assert.Equal(ontvangen.Veld("berichtId"), verwerking.Kenmerken["messaging.message.id"]);
        var brief = Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente), brief => brief.MessageId == ontvangen.Veld("berichtId"));
        Assert.Equal($"00-{trace}-{aflevering.SpanId}-01", brief.Properties["traceparent"]);
    }

    [Fact]
    public async Task A_request_is_told_by_method_route_and_status_and_by_nothing_the_caller_wrote()
    {
        const string geheim = "999900018";
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        await hub.StuurAsync(HttpMethod.Get, $"/berichten/{geheim}?bsn={geheim}", Voorbeelden.Aanbieder, aanpassing: Vul);
        await hub.StuurAsync(HttpMethod.Get, $"/{geheim}", Voorbeelden.Aanbieder, aanpassing: Vul);
        await hub.StuurAsync(HttpMethod.Get, $"/berichten?identificatie={geheim}&declaratienummer={geheim}&toewijzingnummer={geheim}", Voorbeelden.Aanbieder, aanpassing: Vul);
        await hub.StuurAsync(new HttpMethod("BSN" + geheim), "/berichten", Voorbeelden.Aanbieder, aanpassing: Vul);
        await hub.StuurAsync(
            HttpMethod.Post, "/berichten", Voorbeelden.Aanbieder, new StringContent(Voorbeelden.Stop(), Encoding.UTF8, "application/xml"), aanpassing: Vul);
        await hub.Ontvanger.WachtAsync(al => Spans(al, trace).Count(IsVerzoek) == 5, Stop);
        await hub.Ontvanger.WachtAsync(al => al.Metingen.ContainsKey("dotnet.process.memory.working_set"), Stop);

        var spans = Spans(hub.Ontvanger, trace).ToList();
        Assert.Equal(
            ["GET", "GET /berichten", "GET /berichten/{id}", "POST /berichten", "_OTHER"],
            spans.Where(IsVerzoek).Select(span => span.Naam).Order(StringComparer.Ordinal));
        var gezocht = spans.Single(span => span.Naam == "GET /berichten/{id}");
        Assert.Equal(
            new Dictionary<string, string> { ["http.request.method"] = "GET", ["http.route"] = "/berichten/{id}", ["http.response.status_code"] = "404" },
            gezocht.Kenmerken);
        Assert.All(spans, span => Assert.Equal("", span.TraceState));
        Zonder(geheim);
        var brief = (await NaVerwerkingAsync())[^1];
        Assert.DoesNotContain("tracestate", brief.Properties.Keys);

        void Vul(HttpRequestMessage verzoek)
        {
            verzoek.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-b7ad6b7169203331-01");
            verzoek.Headers.TryAddWithoutValidation("tracestate", $"bsn={geheim}");
            verzoek.Headers.TryAddWithoutValidation("baggage", $"bsn={geheim}");
            verzoek.Headers.TryAddWithoutValidation("User-Agent", $"client/{geheim}");
            verzoek.Headers.TryAddWithoutValidation("X-Correlatie", geheim);
            verzoek.Headers.Host = $"bsn{geheim}.example";
            verzoek.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue($"application/bsn{geheim}"));
        }
    }

    [Fact]
    public async Task Nothing_of_a_child_leaves_whatever_goes_wrong()
    {
        await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true));
        await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop().Replace("440", Voorbeelden.Naam, StringComparison.Ordinal));
        await hub.PostAsync(Voorbeelden.Aanbieder, $"{Voorbeelden.Bsn} {Voorbeelden.Naam}");
        await hub.PostAsync("90000002", Voorbeelden.Stop());
        await hub.GetAsync(Voorbeelden.Aanbieder, $"/berichten/{Voorbeelden.Bsn}?naam={Voorbeelden.Naam}");
        await hub.VerwerkAllesAsync();
        var vals = new Dictionary<string, object> { ["traceparent"] = Voorbeelden.Bsn, ["tracestate"] = $"bsn={Voorbeelden.Bsn}", [Voorbeelden.Naam] = Voorbeelden.Bsn };
        var kwaad = new QueueMessage { MessageId = Voorbeelden.Bsn, Body = Encoding.UTF8.GetBytes(Voorbeelden.Stop()), Properties = vals };
        Assert.False(await hub.VerwerkAsync(kwaad));
        await hub.BewaakAsync();
        await hub.Ontvanger.WachtAsync(al => al.Spans.Any(span => span.Naam == "timer Bewaking"), Stop);
        await hub.Ontvanger.WachtAsync(al => al.Spans.Any(span => span.Naam == "process verwerking" && !span.Kenmerken.ContainsKey("messaging.message.id")), Stop);

        foreach (var geheim in (string[])[Voorbeelden.Bsn, Voorbeelden.Naam, "2010-02-14", "Geslachtsnaam>"]) Zonder(geheim);
    }

    [Fact]
    public async Task Counts_and_durations_of_the_hub_its_queues_requests_and_the_runtime_are_exported()
    {
        await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop());
        string[] verwacht = ["messaging.client.sent.messages", "messaging.client.operation.duration", "http.server.request.duration", "dotnet.gc.last_collection.heap.size"];
        await hub.Ontvanger.WachtAsync(al => verwacht.All(al.Metingen.ContainsKey), Stop);
    }

    [Fact]
    public async Task What_is_processed_is_counted_with_values_of_closed_lists_only()
    {
        var gemeten = new ConcurrentBag<(string Meting, string Kenmerk, string Waarde)>();
        using var luisteraar = new MeterListener { InstrumentPublished = (meting, zelf) => { if (meting.Meter.Name == HubMeter.Naam) zelf.EnableMeasurementEvents(meting); } };
        luisteraar.SetMeasurementEventCallback<long>((meting, _, kenmerken, _) => Noteer(meting, kenmerken));
        luisteraar.SetMeasurementEventCallback<double>((meting, _, kenmerken, _) => Noteer(meting, kenmerken));
        luisteraar.Start();

        await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop());
        await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true));
        await hub.PostAsync(Voorbeelden.Aanbieder, $"{Voorbeelden.Bsn} {Voorbeelden.Naam}");
        await hub.VerwerkAllesAsync();
        await hub.BewaakAsync();
        Assert.False(await hub.VerwerkAsync(new QueueMessage { MessageId = Voorbeelden.Bsn, Body = "x"u8.ToArray() }));

        Assert.Superset(
            new HashSet<(string, string, string)>
            {
                ("hub.berichten", "soort", "JW307"), ("hub.berichten", "oordeel", "goedgekeurd"), ("hub.berichten", "oordeel", "afgekeurd"),
                ("hub.berichten", "besluit", "RetourSturen"), ("hub.bevindingen", "regel", "TR101"), ("hub.doorlooptijd", "soort", "JW307"),
                ("hub.refusals", "problem", "geen-bericht"), ("hub.refusals", "deelnemer", Voorbeelden.Aanbieder), ("hub.failures", "operation", "VerwerkBericht"),
            },
            gemeten.ToHashSet());
        Assert.Contains("hub.oudste_werk", gemeten.Select(een => een.Meting));
        Assert.All(gemeten.Where(een => een.Kenmerk.Length > 0), een => Assert.True(
            een.Kenmerk switch
            {
                "soort" => Standaard.Zoek(een.Waarde) is not null,
                "oordeel" => een.Waarde is "goedgekeurd" or "afgekeurd",
                "besluit" => Enum.TryParse<Besluit>(een.Waarde, out _),
                "regel" => een.Waarde == "BSN" || Regelcatalogus.Zoek(een.Waarde) is not null,
                "termijn" => Enum.GetValues<Kloksoort>().Any(soort => soort.Naam() == een.Waarde),
                "problem" => NamenTests.Problemtypen().Any(type => type.EndsWith(":" + een.Waarde, StringComparison.Ordinal)),
                "deelnemer" => een.Waarde is Voorbeelden.Aanbieder or Voorbeelden.Gemeente or "90000002",
                "operation" => een.Waarde is "Http" or "VerwerkBericht" or "Bewaking",
                "queue" or "reden" => een.Meting == "hub.dead_letters",
                _ => false,
            },
            $"{een}"));

        void Noteer(Instrument meting, ReadOnlySpan<KeyValuePair<string, object?>> kenmerken)
        {
            if (kenmerken.IsEmpty) gemeten.Add((meting.Name, "", ""));
            foreach (var kenmerk in kenmerken) gemeten.Add((meting.Name, kenmerk.Key, $"{kenmerk.Value}"));
        }
    }

    private static IEnumerable<OtlpSpan> Spans(OtlpOntvanger ontvanger, string trace) => ontvanger.Spans.Where(span => span.TraceId == trace);

    // The issuer of tokens runs in this process too, and its requests are no requests of the app.
    private static bool IsVanUitgever(OtlpSpan span) => span.Bron == "Microsoft.AspNetCore" && span.Kenmerken.Count == 0;

    private static bool IsVerzoek(OtlpSpan span) => span.Bron == "Microsoft.AspNetCore" && !IsVanUitgever(span);

    private void Zonder(string geheim)
    {
        Assert.DoesNotContain(geheim, hub.Ontvanger.AlleBytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(hub.Ontvanger.Spans, span => span.Kenmerken.Values.Any(waarde => waarde.Contains(geheim, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<List<QueueMessage>> NaVerwerkingAsync()
    {
        await hub.VerwerkAllesAsync();
        return await hub.LeegAsync(Voorbeelden.Gemeente);
    }
}

/// <summary>Without an address nothing is gathered.</summary>
public sealed class ZonderTelemetrieTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    [Fact]
    public void Without_an_address_no_exporter_is_there()
    {
        Assert.Null(hub.Diensten.GetService(typeof(OpenTelemetry.Trace.TracerProvider)));
        Assert.Null(hub.Diensten.GetService(typeof(OpenTelemetry.Metrics.MeterProvider)));
    }

    [Fact]
    public async Task Without_an_address_too_what_a_caller_writes_beside_its_trace_does_not_travel_on()
    {
        await hub.StuurAsync(
            HttpMethod.Post,
            "/berichten",
            Voorbeelden.Aanbieder,
            new StringContent(Voorbeelden.Stop(), Encoding.UTF8, "application/xml"),
            aanpassing: verzoek =>
            {
                verzoek.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
                verzoek.Headers.TryAddWithoutValidation("tracestate", $"bsn={Voorbeelden.Bsn}");
            });
        var (sessie, bericht) = await hub.NextWorkAsync();
        await using var _ = sessie;
        Assert.DoesNotContain(bericht.ApplicationProperties, eigenschap => eigenschap.Value.ToString()!.Contains(Voorbeelden.Bsn, StringComparison.Ordinal));
    }
}
