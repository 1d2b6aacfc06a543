using System.Globalization;
using System.Net;
using System.Text.Json;
using TestHandler;

// A custom handler that asks the test what to do: it passes every envelope on to TEST_CONTROL and obeys the instruction that comes back.
var startExit = Environment.GetEnvironmentVariable("TEST_EXIT_AT_START");
if (startExit is not null)
{
    Console.Error.WriteLine("told to exit at start");
    return int.Parse(startExit, CultureInfo.InvariantCulture);
}

if (Environment.GetEnvironmentVariable("TEST_HANG_AT_START") is not null)
    await Task.Delay(Timeout.Infinite);

if (args is ["host", var appRoot])
{
    await HostRole.RunAsync(appRoot);
    return 0;
}

using var control = new HttpClient { BaseAddress = new Uri(Environment.GetEnvironmentVariable("TEST_CONTROL")!), Timeout = Timeout.InfiniteTimeSpan };
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
var port = int.Parse(Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT")!, CultureInfo.InvariantCulture);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Limits.MaxRequestBodySize = null;
    kestrel.Listen(IPAddress.Loopback, port);
});
var app = builder.Build();

app.MapGet("/environment", () => Environment.GetEnvironmentVariables());
app.MapGet("/arguments", () => args);
app.MapGet("/say", () =>
{
    Console.WriteLine("said on stdout");
    Console.Error.WriteLine("said on stderr");
});
app.Map("/echo/{**rest}", async (HttpRequest request) =>
{
    using var reader = new StreamReader(request.Body);
    return new
    {
        request.Method,
        Path = request.Path.Value,
        Query = request.QueryString.Value,
        Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToArray()),
        Body = await reader.ReadToEndAsync(),
    };
});
app.MapPost("/upload", async (HttpRequest request) =>
{
    var buffer = new byte[64 * 1024];
    long total = 0;
    while (await request.Body.ReadAsync(buffer) is > 0 and var count)
        await TellAsync("uploaded", new { total = total += count });
    return total;
});
app.MapGet("/stream", async (HttpResponse response) =>
{
    await response.WriteAsync("first");
    await response.Body.FlushAsync();
    await TellAsync("streamed", new { });
    await response.WriteAsync("second");
});
app.MapGet("/hang", async (CancellationToken aborted) =>
{
    await TellAsync("hanging", new { });
    await Task.Delay(Timeout.Infinite, aborted);
});
app.MapGet("/exit/{code:int}", (int code) => Environment.Exit(code));
app.MapPost("/{function}", async (string function, HttpRequest request, HttpResponse response) =>
{
    using var reader = new StreamReader(request.Body);
    var body = await reader.ReadToEndAsync();
    var instruction = await TellAsync(function, new
    {
        headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
        body,
    });
    if (instruction.Exit is { } code)
        Environment.Exit(code);
    response.StatusCode = instruction.Status;
    response.ContentType = "application/json";
    await response.WriteAsync(instruction.Body);
});
app.Run();
return 0;

async Task<Instruction> TellAsync(string what, object facts)
{
    using var response = await control.PostAsJsonAsync(what, facts);
    return (await response.Content.ReadFromJsonAsync<Instruction>(JsonSerializerOptions.Web))!;
}

internal sealed record Instruction(int Status, string Body, int? Exit);
