using System.Net;
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
using Hub.Functions.Bewaking;
using Hub.Functions.Envelope;
using Hub.Functions.Http;
using Hub.Functions.Telemetrie;
using Hub.Functions.Toegang;
using Hub.Functions.VerwerkBericht;
using Hub.Inzage;
using Hub.Ontvangst;
using Hub.Postbus;
using Hub.Queues;
using Hub.Register;
using Hub.Termijnen;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Functions;

/// <summary>Puts the app together.</summary>
internal static partial class HubApp
{
    // As large as the Functions host lets through; the bound on a bericht is kept while it is read.
    private const long MaxRequestBody = 104_857_600;

    /// <summary>The app, ready to start, or one clear line per fault in its settings.</summary>
    public static (WebApplication? App, IReadOnlyList<string> Fouten) Bouw(string[] args, Action<WebApplicationBuilder>? aanpassing = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        aanpassing?.Invoke(builder);
        var (instellingen, fouten) = Instellingen.Lees(builder.Configuration);
        if (instellingen is null) return (null, fouten);

        Luister(builder, instellingen);
        Log(builder.Logging);
        Diensten(builder.Services, instellingen);
        var app = builder.Build();
        app.UseMiddleware<Veiligheidskoppen>();
        app.UseMiddleware<Verzoekspan>();
        app.UseMiddleware<Foutafhandeling>();
        app.UseMiddleware<EnvelopeMiddleware>();
        HttpFunctie.Map(app);
        LogStart(app.Logger, RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription);
        return (app, []);
    }

    // On Azure this is the only way to learn which system, and so which glibc, an instance has (docs/cold-start.md).
    [LoggerMessage(LogLevel.Information, "Start op {Systeem} met {Framework}")]
    private static partial void LogStart(ILogger logger, string systeem, string framework);

    private static void Luister(WebApplicationBuilder builder, Instellingen instellingen) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            kestrel.Listen(IPAddress.Loopback, instellingen.Poort);
        });

    // Framework logs tell paths and header values of callers, so they start at Warning whatever the default is.
    private static void Log(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = Microsoft.Extensions.Logging.Console.LoggerColorBehavior.Disabled;
        });
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Off altogether: it opens a scope with the path of the request around every line that is logged.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.IdentityModel", LogLevel.Warning);
    }

    private static void Diensten(IServiceCollection diensten, Instellingen instellingen)
    {
        diensten.TryAddSingleton(TimeProvider.System);
        diensten.AddSingleton(instellingen);
        diensten.AddSingleton(instellingen.Deelnemers);
        diensten.AddSingleton(instellingen.Gemeentecodes);
        diensten.AddSingleton(instellingen.Opslag.Sleutels);
        diensten.AddSingleton<TokenCredential>(_ => Identiteit());
        diensten.AddSingleton(bron => instellingen.Opslag.Account(bron.GetRequiredService<TokenCredential>));
        diensten.AddSingleton<IArchief, BlobArchief>();
        diensten.AddSingleton<IBerichten, TableBerichten>();
        diensten.AddSingleton<IOnderhanden, TableOnderhanden>();
        diensten.AddSingleton<IInzagelog, TableInzagelog>();
        diensten.AddSingleton<IWeigeringen, TableWeigeringen>();
        diensten.AddSingleton<IPostbus, TablePostbus>();
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
        diensten.AddSingleton<BerichtOntvangst>();
        diensten.AddSingleton<BerichtAflevering>();
        diensten.AddSingleton<Signalering>();
        diensten.AddSingleton<BerichtBeoordeling>();
        diensten.AddSingleton<EigenAntwoord>();
        diensten.AddSingleton<BerichtVerwerking>();
        diensten.AddSingleton<Volharding>();
        diensten.AddSingleton<HubMeter>();
        diensten.AddSingleton<OudWerk>();
        diensten.AddSingleton<TeLaat>();
        diensten.AddSingleton<DeadLetters>();
        diensten.AddSingleton<Gereedheid>();
        diensten.AddSingleton<IEnvelopeFunctie, VerwerkBerichtFunctie>();
        diensten.AddSingleton<IEnvelopeFunctie, BewakingFunctie>();
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
