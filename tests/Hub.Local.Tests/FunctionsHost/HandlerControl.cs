using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>What the test handler must do with an invocation.</summary>
internal sealed record Instruction(int Status = 200, string Body = "{}", int? Exit = null);

/// <summary>One thing that reached the test handler: the function's (or event's) name and the facts it passed on.</summary>
internal sealed record HandlerCall(string Function, JsonElement Facts)
{
    public string Body => Facts.GetProperty("body").GetString()!;

    public string? Header(string name) =>
        Facts.GetProperty("headers").EnumerateObject()
            .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value.GetString())
            .FirstOrDefault();

    public JsonElement Envelope => JsonDocument.Parse(Body).RootElement;

    /// <summary>The envelope's binary message as text.</summary>
    public string Message => System.Text.Encoding.UTF8.GetString(Envelope.GetProperty("Data").GetProperty("message").GetBytesFromBase64());

    public JsonElement Metadata => Envelope.GetProperty(nameof(Metadata));
}

/// <summary>The test's side of the test handler: a server that the handler process asks what to do with every invocation.</summary>
internal sealed class HandlerControl : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Channel<HandlerCall> _calls = Channel.CreateUnbounded<HandlerCall>();

    private HandlerControl(WebApplication web) => _web = web;

    public Uri Address => new(_web.Urls.Single());

    /// <summary>Decides; the default answers 200 with <c>{}</c>.</summary>
    public Func<HandlerCall, Task<Instruction>> OnCall { get; set; } = _ => Task.FromResult(new Instruction());

    public static async Task<HandlerControl> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var control = new HandlerControl(builder.Build());
        control._web.Map("/{function}", control.AnswerAsync);
        await control._web.StartAsync(TestContext.Current.CancellationToken);
        return control;
    }

    /// <summary>The next call, in the order in which they came.</summary>
    public async Task<HandlerCall> NextAsync() => await _calls.Reader.ReadAsync(Patience.Token);

    public bool TryNext(out HandlerCall? call) => _calls.Reader.TryRead(out call);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _web.StopAsync(now.Token);
        await _web.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var facts = await context.Request.ReadFromJsonAsync<JsonElement>();
        var call = new HandlerCall((string)context.Request.RouteValues["function"]!, facts);
        _calls.Writer.TryWrite(call);
        await context.Response.WriteAsJsonAsync(await OnCall(call), JsonSerializerOptions.Web);
    }
}
