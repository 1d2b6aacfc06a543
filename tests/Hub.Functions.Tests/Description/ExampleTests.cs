using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hub.Azure.Tests.Shared;
using Hub.Bewaking;
using Hub.Functions.Api;
using Hub.Functions.Tests.Shared;
using Hub.Ontvangst;
using Hub.Postbus;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Description;

/// <summary>A hub in which everything happened that the examples tell of.</summary>
public sealed class ExampleHub(AzuriteFixture azurite) : HubFixture(azurite)
{
    internal const string Sender = "90000004";
    internal const string Receiver = "0503";

    /// <summary>A bericht that was delivered and answered, from <see cref="Sender"/> to <see cref="Receiver"/>.</summary>
    internal string Delivered { get; private set; } = "";

    /// <summary>A bericht that still waits.</summary>
    internal string Waiting { get; private set; } = "";

    /// <summary>Of what was refused.</summary>
    internal string Reference { get; private set; } = "";

    internal override IReadOnlyDictionary<string, string> MoreSettings =>
        new Dictionary<string, string> { ["Toegang:PerMinuut"] = "60", ["Ontvangst:GeweigerdPerDag"] = "15" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Delivered = (await PostAsync(Sender, HubSamples.Stop(afzender: Sender))).Field("berichtId");
        await SendLateAsync();
        await ProcessAllAsync();
        await Services.GetRequiredService<Overdue>().ReportAsync(TestContext.Current.CancellationToken);
        Reference = (await PostAsync(Sender, RefusedXml)).Field("kenmerk");
        Waiting = (await PostAsync(Sender, HubSamples.Stop(afzender: Sender))).Field("berichtId");
    }

    internal static string RefusedXml { get; } =
        HubSamples.Stop(afzender: Sender).Replace("<m:Geslacht>1<", "<m:Geslacht>x<", StringComparison.Ordinal);

    // To a gemeente that answers itself, and has not answered in twenty days.
    private async Task SendLateAsync()
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var day = Calendar.Day(now).AddDays(-20);
        var then = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        var intake = ActivatorUtilities.CreateInstance<BerichtOntvangst>(Services, (TimeProvider)new Past(then));
        using var xml = new MemoryStream(Encoding.UTF8.GetBytes(new ChainBerichten("1842", "90000001").Start(day, 52, day)));
        var sender = Services.GetRequiredService<Deelnemers.DeelnemerList>().WithCode("90000001")!;
        Assert.IsType<OntvangstOutcome.Accepted>(
            await intake.TakeInAsync(System.IO.Pipelines.PipeReader.Create(xml), sender, TestContext.Current.CancellationToken)
        );
    }
}

/// <summary>
/// Every example of the description is what a running hub answers: the request is sent, and the answer has the same members of the same
/// kinds.
/// </summary>
public sealed class ExampleTests(ExampleHub hub) : IClassFixture<ExampleHub>
{
    private const string Sender = ExampleHub.Sender;
    private const string Receiver = ExampleHub.Receiver;

    public static TheoryData<string, string, string> Requests =>
        new(
            from one in ApiDescription.Operations
            where one.Operation.TryGetProperty("requestBody", out _)
            from example in ApiDescription.Examples(one.Operation.GetProperty("requestBody"))
            select (one.Path, example.MediaType, example.Name)
        );

    public static TheoryData<string, string> Answers =>
        new(
            from one in ApiDescription.Operations
            where !one.Operation.TryGetProperty("requestBody", out _)
            from response in one.Operation.GetProperty("responses").EnumerateObject()
            from example in ApiDescription.Examples(ApiDescription.Resolve(response.Value))
            where example.MediaType == "application/json"
            select ($"{one.Method} {one.Path}", example.Name)
        );

    public static TheoryData<string> Problems => [.. ApiDescription.Components("examples").Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_gets_the_answer_of_the_same_name(string path, string mediaType, string name)
    {
        var operation = ApiDescription.Operations.Single(one => one.Path == path && one.Method == "POST").Operation;
        var xml = ApiDescription.Examples(operation.GetProperty("requestBody")).Single(example => example.Name == name).Value.GetString()!;

        var answer = await hub.PostAsync(Sender, xml, path, mediaType);

        var told = operation.GetProperty("responses").GetProperty($"{answer.Status}");
        Same(ApiDescription.Examples(told).Single(example => example.Name == name).Value, answer.Json);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_is_like_its_example(string address, string name)
    {
        var answer = await (
            address switch
            {
                "GET /berichten" => hub.GetAsync(Sender, "/berichten?aantal=1&soort=JW307&status=afgeleverd"),
                "GET /berichten/{id}" => hub.GetAsync(Sender, "/berichten/" + hub.Delivered),
                "POST /berichten/{id}/opnieuw" => RepeatAsync(Receiver, hub.Delivered),
                "GET /weigeringen/{kenmerk}" => hub.GetAsync(Sender, "/weigeringen/" + hub.Reference),
                "GET /postbus" => hub.GetAsync(Sender, "/postbus"),
                "GET /bewaking" => hub.GetAsync("1842", "/bewaking"),
                "GET /health/ready" => hub.SendAsync(HttpMethod.Get, "/health/ready", condition: null),
                _ => throw new NotSupportedException($"Say here how to get example {name} of {address}."),
            }
        );

        var operation = ApiDescription.Operations.Single(one => $"{one.Method} {one.Path}" == address).Operation;
        var told = ApiDescription.Resolve(operation.GetProperty("responses").GetProperty($"{answer.Status}"));
        Same(ApiDescription.Examples(told).Single(example => example.Name == name).Value, answer.Json);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task A_problem_is_like_its_example(string name)
    {
        var answer = await (
            name switch
            {
                "alleen-ontvanger" => RepeatAsync(Sender, hub.Delivered),
                "geen-bericht" => hub.PostAsync(Sender, ExampleHub.RefusedXml),
                "geen-toegang" => hub.SendAsync(
                    HttpMethod.Get,
                    "/postbus",
                    condition: null,
                    token: hub.Issuer.Token(HubFixture.AppId(Sender), role: "Iets.Anders")
                ),
                "geen-xml" => hub.PostAsync(Sender, "{}", kind: "application/json"),
                "niet-aangemeld" => hub.SendAsync(HttpMethod.Get, "/postbus", condition: null),
                "niet-aangemeld-verlopen" => hub.SendAsync(
                    HttpMethod.Get,
                    "/postbus",
                    condition: null,
                    token: hub.Issuer.Token(HubFixture.AppId(Sender), minutes: -5)
                ),
                "niet-afgeleverd" => RepeatAsync(Receiver, hub.Waiting),
                "niet-gevonden" => hub.GetAsync(Sender, "/berichten/0503-" + new string('0', 32)),
                "niet-namens-verzender" => hub.PostAsync("90000001", HubSamples.Stop(afzender: Sender)),
                "onbekende-codering" => SendAsync("br", Encoding.UTF8.GetBytes(HubSamples.Stop(afzender: Sender))),
                "onbekende-geadresseerde" => hub.PostAsync(Sender, HubSamples.Stop(afzender: Sender, ontvanger: "0363")),
                "onbekende-parameter" => hub.GetAsync(Sender, "/berichten?naam=x"),
                "ongeldig-filter" => hub.GetAsync(Sender, "/berichten?soort=x"),
                "ongeldig-vervolg" => hub.GetAsync(Sender, "/berichten?na=x"),
                "ongeldige-wachttijd" => hub.GetAsync(Sender, "/postbus?wacht=61"),
                "ongeldig-aantal" => hub.GetAsync(Sender, "/postbus?aantal=0"),
                "ongeldige-cursor" => hub.GetAsync(Sender, "/postbus?na=x"),
                "ongeldige-gzip" => SendAsync("gzip", [0x1f, 0x8b]),
                "onjuist-verzoek" => hub.GetAsync(Sender, "/bewaking?na=" + new string('x', 201)),
                "te-groot" => SendAsync("identity", new byte[26 * 1024 * 1024]),
                "te-veel-geweigerd" => RefuseTooOftenAsync("90000002"),
                "te-veel-verzoeken" => ExhaustAsync("90000003"),
                "te-veel-wachtend" => WaitTooOftenAsync(),
                "verkeerde-methode" => hub.SendAsync(HttpMethod.Put, "/postbus", Sender),
                // What a running hub does not do on request.
                "storing" => FailAsync(new InvalidDataException()),
                "te-traag" => FailAsync(new BadHttpRequestException("", StatusCodes.Status408RequestTimeout)),
                "tijdelijk-niet-mogelijk" => FailAsync(new StorageException(StorageFault.Retry, "tabel x")),
                _ => throw new NotSupportedException($"Say here how to get example {name}."),
            }
        );

        var example = ApiDescription.Components("examples").Single(one => one.Name == name).Value.GetProperty("value");
        Same(example, answer.Json);
        foreach (var member in (string[])["type", "title", "status", "detail"])
        {
            Assert.Equal(example.GetProperty(member).ToString(), answer.Field(member));
        }
    }

    private static void Same(JsonElement example, JsonElement answer) => Assert.Equal(Shape(example), Shape(answer));

    // The members and the kinds of their values; of a list, each kind of item once.
    internal static string Shape(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(
                    ",",
                    value.EnumerateObject().Select(member => $"{member.Name}:{Shape(member.Value)}").Order(StringComparer.Ordinal)
                )
                + "}",
            JsonValueKind.Array => "["
                + string.Join("|", value.EnumerateArray().Select(Shape).Distinct().Order(StringComparer.Ordinal))
                + "]",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            var kind => kind.ToString(),
        };

    private Task<HttpAnswer> RepeatAsync(string who, string id) => hub.SendAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", who);

    private async Task<HttpAnswer> SendAsync(string encoding, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        content.Headers.ContentEncoding.Add(encoding);
        return await hub.SendAsync(HttpMethod.Post, "/berichten", Sender, content);
    }

    // Behind all that lies there, so that there is something to wait for.
    private async Task<HttpAnswer> WaitTooOftenAsync()
    {
        const string empty = $"/postbus?na={Sender}-999999";
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var waits = hub.Services.GetRequiredService<PostbusWait>();
        var waiting = Enumerable
            .Range(0, PostbusWait.MaxPerDeelnemer)
            .Select(_ => waits.ListAsync(Sender, 999999, 1, PostbusWait.Longest, enough.Token, CancellationToken.None))
            .ToList();
        while (waits.Waiting(Sender) < PostbusWait.MaxPerDeelnemer)
        {
            await Task.Yield();
        }
        var answer = await hub.GetAsync(Sender, empty + "&wacht=60");
        await enough.CancelAsync();
        await Task.WhenAll(waiting);
        return answer;
    }

    private async Task<HttpAnswer> RefuseTooOftenAsync(string who)
    {
        while (true)
        {
            var answer = await hub.PostAsync(who, "<a/>");
            if (answer.Status != 422)
            {
                return answer;
            }
        }
    }

    private async Task<HttpAnswer> ExhaustAsync(string who)
    {
        while (true)
        {
            var answer = await hub.GetAsync(who, "/postbus");
            if (answer.Status != 200)
            {
                return answer;
            }
        }
    }

    private async Task<HttpAnswer> FailAsync(Exception fault)
    {
        var context = new DefaultHttpContext { RequestServices = hub.Services };
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new FaultHandling(_ => throw fault).InvokeAsync(context);
        using var answer = new HttpResponseMessage((System.Net.HttpStatusCode)context.Response.StatusCode);
        return new HttpAnswer(answer, body.ToArray());
    }
}
