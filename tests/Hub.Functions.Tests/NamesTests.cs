using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Hub.Aflevering;
using Hub.Azure.ServiceBus;
using Hub.Azure.Table;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Hub.Functions.Telemetry;
using Hub.Functions.Tests.Shared;
using Hub.Inspection;
using Hub.Ontvangst;
using Hub.Postbus;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Termijnen;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests;

/// <summary>
/// The names that others depend on, in one file. Changing one changes that file, in the open: IJW_WRITE_DOCS=1 writes it anew.
/// </summary>
public sealed class NamesTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public void Every_name_that_others_depend_on_is_as_it_was_approved()
    {
        var text = Describe();
        var file = RootFolder.PathTo("docs", "names.md");
        if (Environment.GetEnvironmentVariable("IJW_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    private string Describe()
    {
        var text = new StringBuilder(
            """
            # Names that others depend on

            A deelnemer's system, an alert, a dashboard or a script knows these by name. `NamesTests` holds the list equal to the code; who
            changes a name on purpose writes it anew with `IJW_WRITE_DOCS=1 dotnet test --project tests/Hub.Functions.Tests --filter-class
            '*NamesTests'`, and tells who depends on it.

            """
        );
        Part("Metrics", Metrics());
        Part("Sources of spans", [RequestSpan.Source, TimerSpan.SourceName, QueueTrace.SourceName, ServiceBusTelemetry.Name]);
        Part("Queues", Queues());
        Part("Properties of a message in a postbus", Constants(typeof(PostbusMessage)));
        Part("Kinds of signal", Enum.GetValues<SignalKind>().Select(kind => kind.Name()));
        Part("Kinds of term", Enum.GetValues<TermijnKind>().Select(kind => kind.Name()));
        Part("Ways to the content, in `inzage`", Constants(typeof(InspectionKinds)));
        Part("Roles", [Hub.Functions.Tokens.TokenCaller.Role, Caller.AdminRole]);
        Part("Addresses", Routes());
        Part("Types of problem", ProblemTypes());
        Part("Tables", Tables.All);
        return text.ToString();

        void Part(string heading, IEnumerable<string> names)
        {
            text.Append("\n## ").Append(heading).Append('\n');
            foreach (var name in names.Distinct().Order(StringComparer.Ordinal))
            {
                text.Append("- `").Append(name).Append("`\n");
            }
        }
    }

    private static List<string> Metrics()
    {
        var names = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.Add(instrument.Name) };
        listener.Start();
        using var meter = new HubMeter();
        // Those of the queues are there once their class is.
        RuntimeHelpers.RunClassConstructor(typeof(ServiceBusTelemetry).TypeHandle);
        return
        [
            .. names.Where(name =>
                name.StartsWith("hub.", StringComparison.Ordinal) || name.StartsWith("messaging.", StringComparison.Ordinal)
            ),
        ];
    }

    private static IEnumerable<string> Queues()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "queues.json")));
        return
        [
            .. ((string[])["queues", "perDeelnemer"]).SelectMany(part =>
                json.RootElement.GetProperty(part).EnumerateArray().Select(queue => queue.GetProperty("name").GetString()!)
            ),
        ];
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

    private IEnumerable<string> Routes() =>
        hub
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(point =>
                point
                    .Metadata.GetMetadata<HttpMethodMetadata>()!
                    .HttpMethods.Where(method => method != "HEAD")
                    .Select(method => $"{method} {point.RoutePattern.RawText}")
            );

    internal static IEnumerable<string> ProblemTypes() =>
        typeof(KnownProblems)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (Problem)property.GetValue(null)!)
            .Append(KnownProblems.TooLarge(1))
            .Append(KnownProblems.InvalidCount(1))
            .Append(KnownProblems.InvalidWaitTime(1))
            .Append(KnownProblems.InvalidFilter("x", "x"))
            .Append(KnownProblems.UnknownParameter([]))
            .Append(KnownProblems.NoBericht(new OntvangstOutcome.Refused("x", [], 0)))
            .Append(KnownProblems.TooManyRefused(new OntvangstOutcome.TooManyRefused(TimeSpan.Zero, [], 0)))
            .Select(problem => problem.Type);
}
