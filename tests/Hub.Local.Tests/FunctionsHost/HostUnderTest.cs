using Hub.Local.FunctionsHost;
using Hub.Local.FunctionsHost.Hosting;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>A host with the test worker as a real process, the control that tells it what to do, and everything that was logged.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    private readonly AppFolder _app;

    private HostUnderTest(AppFolder app, WorkerControl control, LogRecorder log, LocalFunctionsHost host)
    {
        _app = app;
        Control = control;
        Log = log;
        Host = host;
        Http = new HttpClient { BaseAddress = host.HttpAddress, Timeout = Patience.Longest };
    }

    public WorkerControl Control { get; }

    public LogRecorder Log { get; }

    public LocalFunctionsHost Host { get; }

    public HttpClient Http { get; }

    /// <summary>Starts the host on <paramref name="app"/>, which it then owns.</summary>
    public static async Task<HostUnderTest> StartAsync(
        AppFolder app,
        Broker? broker = null,
        Func<FunctionsHostOptions, FunctionsHostOptions>? configure = null,
        Func<WorkerCall, Task<Instruction>>? onCall = null
    )
    {
        var control = await WorkerControl.StartAsync();
        if (onCall is not null)
        {
            control.OnCall = onCall;
        }
        var log = new LogRecorder();
        var options = new FunctionsHostOptions
        {
            AppRoot = app.Root,
            AppSettings = new Dictionary<string, string>
            {
                ["TEST_CONTROL"] = control.Address.ToString(),
                ["ServiceBus"] =
                    broker?.ConnectionString
                    ?? "Endpoint=sb://127.0.0.1:1/;SharedAccessKeyName=x;SharedAccessKey=x;UseDevelopmentEmulator=true",
            },
            LoggerFactory = log,
        };
        try
        {
            var host = await LocalFunctionsHost.StartAsync(configure?.Invoke(options) ?? options, Patience.Token);
            return new HostUnderTest(app, control, log, host);
        }
        catch
        {
            await control.DisposeAsync();
            app.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        await Control.DisposeAsync();
        _app.Dispose();
    }
}
