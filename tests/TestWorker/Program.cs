using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TestWorker;

// A worker that asks the test what to do: it passes every invocation on to TEST_CONTROL and obeys the instruction that comes back.
var startExit = Environment.GetEnvironmentVariable("TEST_EXIT_AT_START");
if (startExit is not null)
{
    Console.Error.WriteLine("told to exit at start");
    return int.Parse(startExit, CultureInfo.InvariantCulture);
}

if (Environment.GetEnvironmentVariable("TEST_HANG_AT_START") is not null)
{
    await Task.Delay(Timeout.Infinite);
}

if (args is ["host", var appRoot])
{
    await HostRole.RunAsync(appRoot);
    return 0;
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
builder.Services.AddRouting();
builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
builder.Services.AddSingleton(new Control(new Uri(Environment.GetEnvironmentVariable("TEST_CONTROL")!), args));
builder.Services.AddSingleton<HttpPipeline>();
builder.Services.AddSingleton<IFunctionMetadataProvider, FolderMetadata>();
builder.Services.AddHostedService<TellsItsEnd>();
await builder.Build().RunAsync();
return int.Parse(Environment.GetEnvironmentVariable("TEST_EXIT_AT_END") ?? "0", CultureInfo.InvariantCulture);
