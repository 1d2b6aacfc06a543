using System.Runtime.InteropServices;
using Azure.Core;
using Hub.Aflevering;
using Hub.Answers;
using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Blob;
using Hub.Azure.ServiceBus;
using Hub.Azure.Table;
using Hub.Berichten;
using Hub.Bewaking;
using Hub.Functions.Access;
using Hub.Functions.Api;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.Telemetry;
using Hub.Functions.Triggers;
using Hub.Inspection;
using Hub.Ontvangst;
using Hub.Postbus;
using Hub.Queues;
using Hub.Register;
using Hub.Search;
using Hub.Telemetry;
using Hub.Termijnen;
using Hub.Verwerking;
using Hub.Verwerking.Steps;
using Hub.Worklist;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Functions;

/// <summary>Puts the app together.</summary>
internal static partial class HubApp
{
    // As large as the Functions host lets through; the bound on a bericht is kept while it is read. Kestrel's own bound is lower, and a
    // body over it would end as 500.
    private const long MaxRequestBody = 104_857_600;

    // More than the host takes of a caller, together with what it adds: what this server refuses by itself would have no body and no id.
    private const int MaxRequestLine = 32 * 1024;
    private const int MaxRequestHeaders = 64 * 1024;
    private const int MaxHeaderCount = 200;

    // By which the Functions host says where it listens.
    private const string HostEndpoint = "Functions:Worker:HostEndpoint";

    /// <summary>The worker, ready to run, or one clear line per fault in its settings.</summary>
    public static (IHost? App, IReadOnlyList<string> Faults) Build(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        var (settings, faults) = Settings.Read(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration[HostEndpoint]))
        {
            faults =
            [
                "De app draait onder een Functions-host; hier is er geen. Start `dotnet run --project src/Hub.Local`, of `func start`.",
                .. faults,
            ];
        }
        if (settings is null || faults.Count > 0)
        {
            return (null, faults);
        }

        builder.ConfigureFunctionsWebApplication();
        builder.AddHub(settings);
        var app = builder.Build();
        LogStart(
            app.Services.GetRequiredService<ILogger<HttpPipeline>>(),
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription
        );
        return (app, []);
    }

    /// <summary>Adds all that the hub is; the worker calls it, and a server of the tests.</summary>
    internal static void AddHub(this IHostApplicationBuilder builder, Settings settings)
    {
        Log(builder.Logging);
        Services(builder.Services, settings);
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxRequestHeaders;
            kestrel.Limits.MaxRequestHeaderCount = MaxHeaderCount;
        });
    }

    // On Azure this is the only way to learn which system an instance has (docs/cold-start.md).
    [LoggerMessage(LogLevel.Information, "Start op {Systeem} met {Framework}")]
    private static partial void LogStart(ILogger logger, string systeem, string framework);

    // Framework logs tell paths and header values of callers, so they start at Warning whatever the default is.
    private static void Log(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Off altogether: it opens a scope with the path of the request around every line that is logged.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.IdentityModel", LogLevel.Warning);
    }

    private static void Services(IServiceCollection services, Settings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(DependencyLimit.Default);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Deelnemers);
        services.AddSingleton(settings.Gemeentecodes);
        services.AddSingleton(settings.Storage);
        services.AddSingleton(settings.Storage.Keys);
        services.AddSingleton(settings.Refusals);
        services.AddSingleton<TokenCredential>(_ => AppIdentity.Make());
        services.AddSingleton(source =>
            settings.Storage.Account(source.GetRequiredService<TokenCredential>, source.GetRequiredService<DependencyLimit>())
        );
        services.AddSingleton<IArchief, BlobArchief>();
        services.AddSingleton<IBerichten, TableBerichten>();
        services.AddSingleton<IInProgress, TableInProgress>();
        services.AddSingleton<IInspectionLog, TableInspectionLog>();
        services.AddSingleton<IRefusals, TableRefusals>();
        services.AddSingleton<IUnreadableRows, UnreadableRows>();
        services.AddSingleton<ISearchIndex, TableSearchIndex>();
        services.AddSingleton<IWorklistIndex, TableWorklist>();
        services.AddSingleton<BerichtSearch>();
        services.AddSingleton<IPostbus, TablePostbus>();
        services.AddSingleton<PostbusWait>();
        services.AddSingleton<ITermijnen, TableTermijnen>();
        services.AddSingleton<IRegister>(source => new TableRegister(
            source.GetRequiredService<StorageAccount>(),
            settings.Storage.RegisterTable,
            settings.Storage.Keys
        ));
        services.AddSingleton<Registration>();
        services.AddSingleton<ICompleteness, TableCompleteness>();
        services.AddSingleton<IQueueClient>(source => new ServiceBusQueueClient(
            new ServiceBusOptions
            {
                ConnectionString = settings.ServiceBus.ConnectionString,
                FullyQualifiedNamespace = settings.ServiceBus.Name,
                Credential = settings.ServiceBus.Name is null ? null : source.GetRequiredService<TokenCredential>(),
            },
            source.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<WorkingCalendars>();
        services.AddSingleton<TermijnWatch>();
        services.AddSingleton<StoredBerichtReader>();
        services.AddSingleton<Acceptance>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<BerichtOntvangst>();
        services.AddSingleton<BerichtAflevering>();
        services.AddSingleton<Signalling>();
        services.AddSingleton<OwnAnswer>();
        services.AddVerwerking();
        services.AddSingleton<Retrying>();
        services.AddSingleton<HubMeter>();
        services.AddSingleton<OldWork>();
        services.AddSingleton<Overdue>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<WatchRound>();
        services.AddSingleton<Readiness>();
        services.AddSingleton(new BewakingOptions(settings.OldWork));
        services.AddSingleton<HttpPipeline>();
        services.AddAccess(settings.Access);
        services.AddTelemetry(settings.Telemetry);
        services.AddRouting();
    }
}
