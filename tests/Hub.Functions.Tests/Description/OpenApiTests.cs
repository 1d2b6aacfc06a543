using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Berichten;
using Hub.Functions.Api;
using Hub.Functions.Problems;
using Hub.Functions.Tests.Shared;
using Hub.Postbus;
using Hub.Termijnen;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Description;

/// <summary>The description of the API says what the code does: its addresses, problems, names and types.</summary>
public sealed class OpenApiTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["Aangenomen"] = typeof(AcceptedAnswer),
        ["Berichten"] = typeof(BerichtenAnswer),
        ["Bevinding"] = typeof(Bevinding),
        ["Bewaking"] = typeof(BewakingAnswer),
        ["Controle"] = typeof(CheckAnswer),
        ["Gereed"] = typeof(ReadyAnswer),
        ["Herhaald"] = typeof(RepeatedAnswer),
        ["Herinnering"] = typeof(Reminder),
        ["Postbus"] = typeof(PostbusAnswer),
        ["Poststuk"] = typeof(PoststukAnswer),
        ["Probleem"] = typeof(Problem),
        ["Signaal"] = typeof(Signal),
        ["Spoor"] = typeof(Trail),
        ["Status"] = typeof(StatusAnswer),
        ["TeLaat"] = typeof(OverdueAnswer),
        ["Termijn"] = typeof(TermijnAnswer),
        ["Weigering"] = typeof(RefusalAnswer),
    };

    private static readonly Dictionary<string, IEnumerable<string>> Names = new()
    {
        ["Berichtstand"] = BerichtStates.All,
        ["Oordeel"] = Enum.GetValues<Oordeel>().Select(one => one.Name()),
        ["Signaalsoort"] = Enum.GetValues<SignalKind>().Select(one => one.Name()),
        ["Termijnsoort"] = Enum.GetValues<TermijnKind>().Select(one => one.Name()),
    };

    public static TheoryData<string> Schemas => [.. ApiDescription.Components("schemas").Select(schema => schema.Name)];

    [Fact]
    public async Task It_names_every_address_and_no_other()
    {
        Assert.Equal("3.1.1", (await hub.SendAsync(HttpMethod.Get, "/openapi.json", null)).Field("openapi"));

        var there = hub
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(
                address => address.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods,
                (address, method) => $"{method} {address.RoutePattern.RawText}"
            );
        Assert.Equal(
            there.Order(StringComparer.Ordinal),
            ApiDescription.Operations.Select(one => $"{one.Method} {one.Path}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void It_names_every_type_of_problem_with_an_example_and_no_other()
    {
        var types = NamesTests.ProblemTypes().Order(StringComparer.Ordinal).ToList();
        var problem = ApiDescription.Components("schemas").Single(schema => schema.Name == "Probleem").Value;
        var named = problem.GetProperty("properties").GetProperty("type").GetProperty("enum");
        var examples = ApiDescription
            .Components("examples")
            .Select(example => example.Value.GetProperty("value").GetProperty("type").GetString()!);

        Assert.Equal(types, named.EnumerateArray().Select(type => type.GetString()!));
        Assert.Equal(types, examples.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_needs_a_token_can_get_each_answer_that_goes_with_it()
    {
        foreach (var (path, method, operation) in ApiDescription.Operations)
        {
            var statuses = operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToList();
            string[] always = operation.TryGetProperty("security", out _) ? ["405", "500"] : ["401", "403", "405", "429", "500", "503"];
            Assert.Equal((path, method, ""), (path, method, string.Join(' ', always.Except(statuses))));
        }
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_is_what_the_serializer_writes(string name)
    {
        var schema = ApiDescription.Components("schemas").Single(one => one.Name == name).Value;
        if (Names.TryGetValue(name, out var names))
        {
            Assert.Equal(
                names.Order(StringComparer.Ordinal),
                schema.GetProperty("enum").EnumerateArray().Select(one => one.GetString()!).Order(StringComparer.Ordinal)
            );
            return;
        }

        var written = ApiJson
            .Default.Options.GetTypeInfo(Types[name])
            .Properties.Select(member => $"{member.Name}{(member.IsGetNullable ? "?" : "")}: {Kind(member)}");
        var required = schema.GetProperty("required").EnumerateArray().Select(one => one.GetString()!).ToList();
        var described = schema
            .GetProperty("properties")
            .EnumerateObject()
            .Select(member => $"{member.Name}{(required.Contains(member.Name) ? "" : "?")}: {Kind(member.Value)}");

        Assert.Equal(written.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Redocly_finds_nothing_to_say_about_it()
    {
        await NodeModules.EnsureAsync();

        var said = await NodeModules.LintAsync(RootFolder.PathTo("src", "Hub.Functions", "Api", "openapi.json"));

        using var report = JsonDocument.Parse(said);
        Assert.Equal(
            "errors 0, warnings 0, ignored 0",
            string.Join(", ", report.RootElement.GetProperty("totals").EnumerateObject().Select(total => $"{total.Name} {total.Value}"))
        );
    }

    private static string Kind(JsonPropertyInfo member)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (type == typeof(DateOnly))
        {
            return "date";
        }
        if (type == typeof(DateTimeOffset))
        {
            return "date-time";
        }
        if (type == typeof(string))
        {
            return "string";
        }
        if (type == typeof(bool))
        {
            return "boolean";
        }
        if (type == typeof(int) || type == typeof(long))
        {
            return "integer";
        }
        return type.IsGenericType ? $"[{NameOf(type.GetGenericArguments()[0])}]" : NameOf(type);
    }

    private static string NameOf(Type type) => type == typeof(string) ? "string" : Types.Single(pair => pair.Value == type).Key;

    // A reference to a list of names is a string to the serializer.
    private static string Kind(JsonElement member)
    {
        if (member.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            return Names.ContainsKey(name) ? "string" : name;
        }

        if (member.TryGetProperty("items", out var items))
        {
            return $"[{Kind(items)}]";
        }
        return member.TryGetProperty("format", out var format) ? format.GetString()! : member.GetProperty("type").GetString()!;
    }
}
