using System.Reflection;
using System.Text.Json;
using Hub.Functions.Tests.Shared;
using Hub.Functions.Triggers;
using Hub.Queues;
using Hub.Verwerking;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Hub.Functions.Tests.Triggers;

/// <summary>What the host is told of the functions, and what their end tells it.</summary>
public sealed class FunctionsTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["VerwerkBericht"] = """
            {"name":"message","type":"serviceBusTrigger","direction":"In","queueName":"verwerking",
            "connection":"ServiceBus","isSessionsEnabled":true,"cardinality":"One","dataType":"Binary"}
            """.ReplaceLineEndings(""),
        ["Bewaking"] = """{"name":"timer","type":"timerTrigger","direction":"In","schedule":"0 */1 * * * *"}""",
        ["Http"] =
            """{"name":"req","type":"httpTrigger","direction":"In","authLevel":"Anonymous","methods":"""
            + """["get","post","put","patch","delete","head","options"],"route":"{*pad}"}"""
            + """{"name":"$return","type":"http","direction":"Out"}""",
    };

    [Fact]
    public async Task The_worker_tells_the_host_exactly_these_functions()
    {
        // The generated provider is what runs; the build writes the same into functions.metadata, for tools.
        var provider = (IFunctionMetadataProvider)
            Activator.CreateInstance(
                typeof(HubApp).Assembly.GetTypes().Single(type => type.IsClass && typeof(IFunctionMetadataProvider).IsAssignableFrom(type))
            )!;
        var told = (await provider.GetFunctionMetadataAsync("")).ToDictionary(
            function => function.Name!,
            function => Sorted(string.Concat(function.RawBindings!))
        );

        Assert.Equal(Expected.ToDictionary(pair => pair.Key, pair => Sorted(pair.Value)), told);
    }

    [Fact]
    public void The_build_writes_the_same_for_tools()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "functions.metadata")));
        var written = json
            .RootElement.EnumerateArray()
            .ToDictionary(
                function => function.GetProperty("name").GetString()!,
                function => Sorted(string.Concat(function.GetProperty("bindings").EnumerateArray().Select(binding => binding.GetRawText())))
            );

        Assert.Equal(Expected.ToDictionary(pair => pair.Key, pair => Sorted(pair.Value)), written);
    }

    [Fact]
    public void A_function_is_public_or_the_host_never_hears_of_it()
    {
        var functions = typeof(HubApp)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .ToList();

        Assert.Equal(Expected.Count, functions.Count);
        Assert.All(functions, function => Assert.True(function.IsPublic && function.DeclaringType!.IsPublic, function.Name));
    }

    [Fact]
    public void The_attribute_has_the_official_name_and_members_so_that_the_package_can_take_its_place()
    {
        var attribute = typeof(VerwerkBericht)
            .GetMethod("RunAsync")!
            .GetParameters()[0]
            .GetCustomAttributes()
            .Single(one => one.GetType().Name.StartsWith("ServiceBus", StringComparison.Ordinal))
            .GetType();

        Assert.Equal("Microsoft.Azure.Functions.Worker.ServiceBusTriggerAttribute", attribute.FullName);
        Assert.Equal(
            ["AutoCompleteMessages", "Connection", "IsBatched", "IsSessionsEnabled", "QueueName", "SubscriptionName", "TopicName"],
            attribute
                .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Select(property => property.Name)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(typeof(byte[]), typeof(VerwerkBericht).GetMethod("RunAsync")!.GetParameters()[0].ParameterType);
    }

    [Fact]
    public void The_host_reads_no_prefix_and_a_time_out_and_nothing_of_another_model()
    {
        var host = Read("host.json");
        var worker = Read("worker.config.json").GetProperty("description");

        Assert.Equal("", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.True(
            TimeSpan.TryParse(host.GetProperty("functionTimeout").GetString(), System.Globalization.CultureInfo.InvariantCulture, out _)
        );
        Assert.False(host.TryGetProperty("customHandler", out _) || host.TryGetProperty("extensionBundle", out _));
        Assert.Equal(
            ("dotnet-isolated", "dotnet"),
            (worker.GetProperty("language").GetString(), worker.GetProperty("defaultExecutablePath").GetString())
        );
        Assert.Equal(typeof(HubApp).Assembly.GetName().Name + ".dll", worker.GetProperty("defaultWorkerPath").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("nog een fout")]
    [InlineData("""{"versie":9,"berichtId":"0503-00112233445566778899aabbccddeeff"}""")]
    public async Task A_message_that_cannot_be_understood_fails_so_that_the_host_abandons_it(string body) =>
        Assert.False(await hub.ProcessAsync(System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task What_a_failure_tells_the_host_holds_nothing_of_its_cause()
    {
        var body = System.Text.Encoding.UTF8.GetBytes(HubSamples.Bsn);
        var function = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<VerwerkBericht>(hub.Services);

        var told = await Assert.ThrowsAsync<FunctionFailedException>(() =>
            function.ProcessAsync(body, new Dictionary<string, object?>(), null, TestContext.Current.CancellationToken)
        );

        Assert.Null(told.InnerException);
        Assert.Equal("VerwerkBericht failed; the log of the app says why.", told.Message);
    }

    [Fact]
    public async Task Metadata_that_a_sender_writes_changes_nothing()
    {
        var id = (await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop())).Field("berichtId");
        var forged = new QueueMessage { MessageId = "0518-ffffffffffffffffffffffffffffffff", Body = new WorkItem(1, id).Write() };

        Assert.True(await hub.ProcessAsync(forged));

        Assert.Contains(await hub.EmptyAsync(HubSamples.Gemeente), message => message.MessageId == id);
    }

    [Theory]
    [InlineData("/VerwerkBericht", "niet-gevonden")]
    [InlineData("/verwerkbericht/", "niet-gevonden")]
    [InlineData("/%56erwerkBericht", "niet-gevonden")]
    [InlineData("/Http", "niet-gevonden")]
    // GET /bewaking is an address of the API.
    [InlineData("/Bewaking", "verkeerde-methode")]
    public async Task Nobody_from_outside_can_start_a_function_by_its_name(string path, string problem)
    {
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(problem, (await hub.SendAsync(HttpMethod.Post, path, HubSamples.Aanbieder, content)).Problem);
    }

    // Names and values, in whatever order they were written.
    private static string Sorted(string bindings)
    {
        using var json = JsonDocument.Parse("[" + bindings.Replace("}{", "},{", StringComparison.Ordinal) + "]");
        return string.Join(
            '\n',
            json.RootElement.EnumerateArray()
                .Select(binding =>
                    string.Join(
                        ' ',
                        binding
                            .EnumerateObject()
                            .Where(property => property.Name != "properties")
                            .Select(property => $"{property.Name}={JsonSerializer.Serialize(property.Value)}")
                            .Order(StringComparer.Ordinal)
                    )
                )
        );
    }

    private static JsonElement Read(string path) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, path)));
}
