using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Hub.Aflevering;
using Hub.Azure.ServiceBus;
using Hub.Azure.Table;
using Hub.Functions.Problems;
using Hub.Functions.Telemetrie;
using Hub.Functions.Tests.Gedeeld;
using Hub.Functions.Toegang;
using Hub.Inzage;
using Hub.Ontvangst;
using Hub.Postbus;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Termijnen;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests;

/// <summary>The names that others depend on, in one file. Changing one changes that file, in the open: IJW_WRITE_DOCS=1 writes it anew.</summary>
public sealed class NamenTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    [Fact]
    public void Every_name_that_others_depend_on_is_as_it_was_approved()
    {
        var tekst = Beschrijf();
        var bestand = Hoofdmap.Pad("docs", "names.md");
        if (Environment.GetEnvironmentVariable("IJW_WRITE_DOCS") == "1") File.WriteAllText(bestand, tekst);

        Assert.Equal(File.ReadAllText(bestand), tekst);
    }

    private string Beschrijf()
    {
        var tekst = new StringBuilder("""
            # Names that others depend on

            A deelnemer's system, an alert, a dashboard or a script knows these by name. `NamenTests` holds the list equal to the code; who changes a name on purpose
            writes it anew with `IJW_WRITE_DOCS=1 dotnet test --project tests/Hub.Functions.Tests --filter-class '*NamenTests'`, and tells who depends on it.

            """);
        Deel("Metrics", Metrics());
        Deel("Sources of spans", [Verzoekspan.Bron, TimerSpan.SourceName, QueueTrace.SourceName, ServiceBusTelemetry.Name]);
        Deel("Queues", Queues());
        Deel("Properties of a message in a postbus", Constanten(typeof(Postbusbericht)));
        Deel("Kinds of signal", Enum.GetValues<Signaalsoort>().Select(soort => soort.Naam()));
        Deel("Kinds of term", Enum.GetValues<Kloksoort>().Select(soort => soort.Naam()));
        Deel("Ways to the content, in `inzage`", Constanten(typeof(Inzagesoorten)));
        Deel("Roles", [Hub.Functions.Tokens.TokenCaller.Role, Aanroeper.Beheerrol]);
        Deel("Addresses", Routes());
        Deel("Types of problem", Problemtypen());
        Deel("Tables", Tabellen.Alle);
        return tekst.ToString();

        void Deel(string kop, IEnumerable<string> namen)
        {
            tekst.Append("\n## ").Append(kop).Append('\n');
            foreach (var naam in namen.Distinct().Order(StringComparer.Ordinal)) tekst.Append("- `").Append(naam).Append("`\n");
        }
    }

    private static List<string> Metrics()
    {
        var namen = new List<string>();
        using var luisteraar = new MeterListener { InstrumentPublished = (instrument, _) => namen.Add(instrument.Name) };
        luisteraar.Start();
        using var meter = new HubMeter();
        // Those of the queues are there once their class is.
        RuntimeHelpers.RunClassConstructor(typeof(ServiceBusTelemetry).TypeHandle);
        return [.. namen.Where(naam => naam.StartsWith("hub.", StringComparison.Ordinal) || naam.StartsWith("messaging.", StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Queues()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "queues.json")));
        return [.. ((string[])["queues", "perDeelnemer"]).SelectMany(deel => json.RootElement.GetProperty(deel).EnumerateArray().Select(queue => queue.GetProperty("name").GetString()!))];
    }

    private static IEnumerable<string> Constanten(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(veld => veld.IsLiteral).Select(veld => (string)veld.GetRawConstantValue()!);

    private IEnumerable<string> Routes() =>
        hub.Diensten.GetServices<EndpointDataSource>().SelectMany(bron => bron.Endpoints).OfType<RouteEndpoint>().SelectMany(punt =>
            punt.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(methode => methode != "HEAD").Select(methode => $"{methode} {punt.RoutePattern.RawText}"));

    internal static IEnumerable<string> Problemtypen() =>
        typeof(Problemen).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(eigenschap => (Probleem)eigenschap.GetValue(null)!)
            .Append(Problemen.TeGroot(1)).Append(Problemen.OngeldigAantal(1)).Append(Problemen.OngeldigeWachttijd(1))
            .Append(Problemen.OngeldigFilter("x", "x")).Append(Problemen.OnbekendeParameter([])).Append(Problemen.GeenBericht(new OntvangstUitkomst.Geweigerd("x", [], 0)))
            .Append(Problemen.TooManyRefused(new OntvangstUitkomst.TooManyRefused(TimeSpan.Zero, [], 0)))
            .Select(probleem => probleem.Type);
}
