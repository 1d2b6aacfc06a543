using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>The test's side of the test worker: a server that the worker asks what to do with every invocation.</summary>
internal sealed class WorkerControl : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Channel<WorkerCall> _calls = Channel.CreateUnbounded<WorkerCall>();

    private WorkerControl(WebApplication web) => _web = web;

    public Uri Address => new(_web.Urls.Single());

    /// <summary>Decides; the default lets everything succeed.</summary>
    public Func<WorkerCall, Task<Instruction>> OnCall { get; set; } = _ => Task.FromResult(new Instruction());

    public static async Task<WorkerControl> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var control = new WorkerControl(builder.Build());
        control._web.Map("/{function}", control.AnswerAsync);
        await control._web.StartAsync(TestContext.Current.CancellationToken);
        return control;
    }

    /// <summary>The next call, in the order in which they came.</summary>
    public async Task<WorkerCall> NextAsync() => await _calls.Reader.ReadAsync(Patience.Token);

    /// <summary>The next call of that function or event; others are passed over.</summary>
    public async Task<WorkerCall> NextAsync(string function)
    {
        while (true)
        {
            if (await NextAsync() is { } call && call.Function == function)
            {
                return call;
            }
        }
    }

    public bool TryNext(out WorkerCall? call) => _calls.Reader.TryRead(out call);

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
        var call = new WorkerCall((string)context.Request.RouteValues["function"]!, facts);
        _calls.Writer.TryWrite(call);
        await context.Response.WriteAsJsonAsync(await OnCall(call), JsonSerializerOptions.Web);
    }
}
