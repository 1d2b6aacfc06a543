using System.Runtime.InteropServices;
using Azure.Core;
using Azure.Identity;
using Hub.Aflevering;
using Hub.Antwoorden;
using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Blob;
using Hub.Azure.ServiceBus;
using Hub.Azure.Table;
using Hub.Berichten;
using Hub.Bewaking;
using Hub.Functions.Api;
using Hub.Functions.Http;
using Hub.Functions.Telemetrie;
using Hub.Functions.Toegang;
using Hub.Functions.Triggers;
using Hub.Inzage;
using Hub.Ontvangst;
using Hub.Postbus;
using Hub.Queues;
using Hub.Register;
using Hub.Search;
using Hub.Telemetry;
using Hub.Termijnen;
using Hub.Verwerking;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Functions;

/// <summary>Puts the app together.</summary>
internal static partial class HubApp
{
    // As large as the Functions host lets through; the bound on a bericht is kept while it is read. Kestrel's own bound is lower, and a body over it would
    // end as 500.
    private const long MaxRequestBody = 104_857_600;

    // More than the host takes of a caller, together with what it adds: what this server refuses by itself would have no body and no id.
    private const int MaxRequestLine = 32 * 1024;
    private const int MaxRequestHeaders = 64 * 1024;
    private const int MaxHeaderCount = 200;

    // By which the Functions host says where it listens.
    private const string HostEndpoint = "Functions:Worker:HostEndpoint";

    /// <summary>The worker, ready to run, or one clear line per fault in its settings.</summary>
    public static (IHost? App, IReadOnlyList<string> Fouten) Bouw(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        var (instellingen, fouten) = Instellingen.Lees(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration[HostEndpoint]))
            fouten = ["De app draait onder een Functions-host; hier is er geen. Start `dotnet run --project src/Hub.Local`, of `func start`.", .. fouten];
        if (instellingen is null || fouten.Count > 0) return (null, fouten);

        builder.ConfigureFunctionsWebApplication();
        builder.AddHub(instellingen);
        var app = builder.Build();
        LogStart(app.Services.GetRequiredService<ILogger<HttpPipeline>>(), RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription);
        return (app, []);
    }

    /// <summary>Adds all that the hub is; the worker calls it, and a server of the tests.</summary>
    internal static void AddHub(this IHostApplicationBuilder builder, Instellingen instellingen)
    {
        Log(builder.Logging);
        Diensten(builder.Services, instellingen);
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

    private static void Diensten(IServiceCollection diensten, Instellingen instellingen)
    {
        diensten.TryAddSingleton(TimeProvider.System);
        diensten.TryAddSingleton(DependencyLimit.Default);
        diensten.AddSingleton(instellingen);
        diensten.AddSingleton(instellingen.Deelnemers);
        diensten.AddSingleton(instellingen.Gemeentecodes);
        diensten.AddSingleton(instellingen.Opslag);
        diensten.AddSingleton(instellingen.Opslag.Sleutels);
        diensten.AddSingleton(instellingen.Refusals);
        diensten.AddSingleton<TokenCredential>(_ => Identiteit());
        diensten.AddSingleton(bron => instellingen.Opslag.Account(
            bron.GetRequiredService<TokenCredential>, bron.GetRequiredService<DependencyLimit>()));
        diensten.AddSingleton<IArchief, BlobArchief>();
        diensten.AddSingleton<IBerichten, TableBerichten>();
        diensten.AddSingleton<IOnderhanden, TableOnderhanden>();
        diensten.AddSingleton<IInzagelog, TableInzagelog>();
        diensten.AddSingleton<IWeigeringen, TableWeigeringen>();
        diensten.AddSingleton<IUnreadableRows, UnreadableRows>();
        diensten.AddSingleton<ISearchIndex, TableSearchIndex>();
        diensten.AddSingleton<BerichtSearch>();
        diensten.AddSingleton<IPostbus, TablePostbus>();
        diensten.AddSingleton<PostbusWait>();
        diensten.AddSingleton<IKlokken, TableKlokken>();
        diensten.AddSingleton<IRegister>(bron => new TableRegister(
            bron.GetRequiredService<Opslagaccount>(), instellingen.Opslag.Registertabel, instellingen.Opslag.Sleutels));
        diensten.AddSingleton<Registratie>();
        diensten.AddSingleton<ICompleetheid, TableCompleetheid>();
        diensten.AddSingleton<IQueueClient>(bron => new ServiceBusQueueClient(
            new ServiceBusOptions
            {
                ConnectionString = instellingen.ServiceBus.ConnectionString,
                FullyQualifiedNamespace = instellingen.ServiceBus.Naam,
                Credential = instellingen.ServiceBus.Naam is null ? null : bron.GetRequiredService<TokenCredential>(),
            },
            bron.GetRequiredService<TimeProvider>()));
        diensten.AddSingleton<WerkQueue>();
        diensten.AddSingleton<Werkkalenders>();
        diensten.AddSingleton<Termijnbewaking>();
        diensten.AddSingleton<Berichtlezer>();
        diensten.AddSingleton<Acceptance>();
        diensten.AddSingleton<Refusals>();
        diensten.AddSingleton<BerichtOntvangst>();
        diensten.AddSingleton<BerichtAflevering>();
        diensten.AddSingleton<Signalering>();
        diensten.AddSingleton<EigenAntwoord>();
        diensten.AddVerwerking();
        diensten.AddSingleton<Volharding>();
        diensten.AddSingleton<HubMeter>();
        diensten.AddSingleton<OudWerk>();
        diensten.AddSingleton<TeLaat>();
        diensten.AddSingleton<DeadLetters>();
        diensten.AddSingleton<WatchRound>();
        diensten.AddSingleton<Gereedheid>();
        diensten.AddSingleton(new BewakingOptions(instellingen.OudWerk));
        diensten.AddSingleton<HttpPipeline>();
        diensten.AddToegang(instellingen.Toegang);
        diensten.AddTelemetrie(instellingen.Telemetrie);
        diensten.AddRouting();
    }

    /// <summary>Whether the platform gives the app an identity of its own.</summary>
    internal static bool IsOpAzure => Environment.GetEnvironmentVariable("IDENTITY_ENDPOINT") is not null;

    /// <summary>Who the app is to other services.</summary>
    internal static TokenCredential Identiteit()
    {
        var clientId = Environment.GetEnvironmentVariable("AZURE_CLIENT_ID");
        if (!IsOpAzure) return new DefaultAzureCredential();
        return new ManagedIdentityCredential(string.IsNullOrEmpty(clientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(clientId));
    }
}
