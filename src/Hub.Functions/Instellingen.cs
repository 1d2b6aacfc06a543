using System.Globalization;
using Hub.Azure;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Toegang;
using static Hub.Azure.Verbinding;

namespace Hub.Functions;

/// <summary>The settings of the app, checked; local.settings.sample.json says what each is.</summary>
internal sealed record Instellingen(
    Opslaginstellingen Opslag,
    Verbinding ServiceBus,
    Deelnemerslijst Deelnemers,
    Gemeentecodes Gemeentecodes,
    TimeSpan OudWerk,
    RefusalBounds Refusals,
    ToegangInstellingen Toegang,
    TelemetrieInstellingen? Telemetrie)
{
    private const string EntrasIssuerV1 = "https://sts.windows.net/";

    /// <summary>Reads all settings; gives them, or one clear line per fault.</summary>
    public static (Instellingen? Waarden, IReadOnlyList<string> Fouten) Lees(IConfiguration bron)
    {
        var fouten = new List<string>();
        var opslag = Opslaginstellingen.Lees(naam => bron[naam], fouten);
        var serviceBus = Verbinding.Lees(naam => bron[naam], "ServiceBus", "fullyQualifiedNamespace", fouten);
        var oudWerk = LeesOudWerk(bron, fouten);
        var refusals = ReadRefusals(bron, fouten);
        var toegang = LeesToegang(bron, fouten);
        var telemetrie = LeesTelemetrie(bron, fouten);
        var deelnemers = DeelnemersBestand.Open(bron["Hub:Deelnemers"], fouten);
        var gemeentecodes = ReadGemeentecodes(Path.Combine(AppContext.BaseDirectory, Gemeentecodes.FileName), fouten);
        if (fouten.Count > 0) return (null, fouten);
        return (new Instellingen(opslag!, serviceBus, deelnemers!, gemeentecodes, oudWerk, refusals, toegang, telemetrie), []);
    }

    private static TimeSpan LeesOudWerk(IConfiguration bron, List<string> fouten)
    {
        var tekst = Gevuld(bron["Bewaking:OudWerk"]);
        if (tekst is null) return TimeSpan.FromMinutes(2);
        if (TimeSpan.TryParseExact(tekst, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out var leeftijd) && leeftijd > TimeSpan.Zero) return leeftijd;
        fouten.Add("Bewaking__OudWerk: moet een tijd boven nul zijn, als uu:mm:ss.");
        return default;
    }

    private static RefusalBounds ReadRefusals(IConfiguration bron, List<string> fouten)
    {
        var count = Read("Ontvangst:GeweigerdPerDag", RefusalBounds.Default.Count);
        var megabytes = Read("Ontvangst:GeweigerdMegabytesPerDag", (int)(RefusalBounds.Default.Bytes / RefusalBounds.BytesPerMegabyte));
        return new RefusalBounds(count, megabytes * RefusalBounds.BytesPerMegabyte);

        int Read(string naam, int otherwise)
        {
            if (Gevuld(bron[naam]) is not { } tekst) return otherwise;
            if (int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var waarde)) return waarde;
            fouten.Add($"{naam.Replace(":", "__", StringComparison.Ordinal)}: moet een geheel getal zijn; met 0 wordt er niets bewaard.");
            return 0;
        }
    }

    private static ToegangInstellingen LeesToegang(IConfiguration bron, List<string> fouten)
    {
        var https = bron["Toegang:RequireHttps"] switch
        {
            null or "" => true,
            var tekst when bool.TryParse(tekst, out var waarde) => waarde,
            _ => (bool?)null,
        };
        if (https is null) fouten.Add("Toegang__RequireHttps: moet true of false zijn.");
        var adres = Gevuld(bron["Toegang:MetadataAddress"]);
        if (!Uri.TryCreate(adres, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            fouten.Add("Toegang__MetadataAddress: moet het adres van een OpenID-configuratie zijn.");
        else if (https == true && uri.Scheme != "https")
            fouten.Add("Toegang__MetadataAddress: moet met https beginnen (of zet Toegang__RequireHttps op false; alleen lokaal).");
        var issuer = Gevuld(bron["Toegang:Issuer"]);
        if (issuer is null) fouten.Add("Toegang__Issuer: ontbreekt.");
        else if (issuer.StartsWith(EntrasIssuerV1, StringComparison.OrdinalIgnoreCase))
            fouten.Add("Toegang__Issuer: is die van tokens van versie 1; de hub neemt versie 2 (https://login.microsoftonline.com/<tenant>/v2.0).");
        if (!Guid.TryParseExact(Gevuld(bron["Toegang:Audience"]), "D", out var audience))
            fouten.Add("Toegang__Audience: moet de client-id van de registratie van de hub zijn (een GUID).");
        var perMinuut = Verzoekgrens.GewoonPerMinuut;
        if (Gevuld(bron["Toegang:PerMinuut"]) is { } grens && (!int.TryParse(grens, NumberStyles.None, CultureInfo.InvariantCulture, out perMinuut) || perMinuut == 0))
            fouten.Add("Toegang__PerMinuut: moet een geheel getal boven nul zijn.");
        return new ToegangInstellingen(adres ?? "", issuer ?? "", audience.ToString("D"), https ?? true, perMinuut);
    }

    private static TelemetrieInstellingen? LeesTelemetrie(IConfiguration bron, List<string> fouten)
    {
        var adres = Gevuld(bron[TelemetrieInstellingen.Adres]);
        var azure = Gevuld(bron[TelemetrieInstellingen.Azure]);
        if (adres is null && azure is null) return null;
        if (azure is not null && !azure.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
            fouten.Add($"{TelemetrieInstellingen.Azure}: moet de connection string van Application Insights zijn.");
        if (adres is not null && (!Uri.TryCreate(adres, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
            fouten.Add($"{TelemetrieInstellingen.Adres}: moet het http- of https-adres van een OTLP-ontvanger zijn.");
        if (Gevuld(bron[TelemetrieInstellingen.Protocol]) is not (null or "grpc" or "http/protobuf"))
            fouten.Add($"{TelemetrieInstellingen.Protocol}: moet grpc of http/protobuf zijn.");
        return new TelemetrieInstellingen(Gevuld(bron["OTEL_SERVICE_NAME"]) ?? "ijw-hub", adres is not null, azure);
    }

    /// <summary>The built-in list, renewed by the file when it is there; one line per fault.</summary>
    internal static Gemeentecodes ReadGemeentecodes(string path, List<string> faults)
    {
        if (!File.Exists(path)) return Gemeentecodes.BuiltIn;
        try
        {
            using var lines = File.OpenText(path);
            return Gemeentecodes.BuiltIn.With(lines);
        }
        catch (FormatException fault)
        {
            faults.Add($"{path}, {fault.Message}.");
            return Gemeentecodes.BuiltIn;
        }
    }
}

/// <summary>Whose tokens are accepted, and how many requests of one caller a minute.</summary>
/// <param name="MetadataAddress">Where the issuer publishes its OpenID configuration.</param>
/// <param name="Issuer">The <c>iss</c> of its version 2 tokens.</param>
/// <param name="Audience">Their <c>aud</c>: the client id of the hub's registration, as Entra writes it (small letters).</param>
/// <param name="RequireHttps">Whether the issuer must be asked over https.</param>
/// <param name="PerMinuut">How many requests a caller may make of one instance a minute.</param>
internal sealed record ToegangInstellingen(string MetadataAddress, string Issuer, string Audience, bool RequireHttps, int PerMinuut);

/// <summary>Under which name traces and metrics are exported; where to and how the OpenTelemetry SDK reads itself, from settings that were checked.</summary>
/// <param name="Naam">The name of the service.</param>
/// <param name="IsOtlp">Whether they go out over OTLP.</param>
/// <param name="AzureMonitor">The connection string of Application Insights; null when they don't go there.</param>
internal sealed record TelemetrieInstellingen(string Naam, bool IsOtlp, string? AzureMonitor)
{
    // Azure gives it, to the host and to the app.
    public const string Azure = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    public const string Adres = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
}
