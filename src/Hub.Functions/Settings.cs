using System.Globalization;
using Hub.Azure;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Telemetry;
using static Hub.Azure.Connection;

namespace Hub.Functions;

/// <summary>The settings of the app, checked; local.settings.sample.json says what each is.</summary>
internal sealed record Settings(
    StorageSettings Storage,
    Connection ServiceBus,
    DeelnemerList Deelnemers,
    Gemeentecodes Gemeentecodes,
    TimeSpan OldWork,
    RefusalBounds Refusals,
    AccessSettings Access,
    TelemetrySettings? Telemetry
)
{
    private const string EntrasIssuerV1 = "https://sts.windows.net/";

    /// <summary>Reads all settings; gives them, or one clear line per fault.</summary>
    public static (Settings? Values, IReadOnlyList<string> Faults) Read(IConfiguration source)
    {
        var faults = new List<string>();
        var storage = StorageSettings.Read(name => source[name], faults);
        var serviceBus = Connection.Read(name => source[name], "ServiceBus", "fullyQualifiedNamespace", faults);
        var oldWork = ReadOldWork(source, faults);
        var refusals = ReadRefusals(source, faults);
        var access = ReadAccess(source, faults);
        var telemetry = ReadTelemetry(source, faults);
        var deelnemers = DeelnemersFile.Open(source["Hub:Deelnemers"], faults);
        var gemeentecodes = ReadGemeentecodes(Path.Combine(AppContext.BaseDirectory, Gemeentecodes.FileName), faults);
        if (faults.Count > 0)
        {
            return (null, faults);
        }
        return (new Settings(storage!, serviceBus, deelnemers!, gemeentecodes, oldWork, refusals, access, telemetry), []);
    }

    private static TimeSpan ReadOldWork(IConfiguration source, List<string> faults)
    {
        var text = Filled(source["Bewaking:OudWerk"]);
        if (text is null)
        {
            return TimeSpan.FromMinutes(2);
        }
        if (TimeSpan.TryParseExact(text, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out var age) && age > TimeSpan.Zero)
        {
            return age;
        }
        faults.Add("Bewaking__OudWerk: moet een tijd boven nul zijn, als uu:mm:ss.");
        return default;
    }

    private static RefusalBounds ReadRefusals(IConfiguration source, List<string> faults)
    {
        var count = Read("Ontvangst:GeweigerdPerDag", RefusalBounds.Default.Count);
        var megabytes = Read("Ontvangst:GeweigerdMegabytesPerDag", (int)(RefusalBounds.Default.Bytes / RefusalBounds.BytesPerMegabyte));
        return new RefusalBounds(count, megabytes * RefusalBounds.BytesPerMegabyte);

        int Read(string name, int otherwise)
        {
            if (Filled(source[name]) is not { } text)
            {
                return otherwise;
            }
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }
            faults.Add($"{name.Replace(":", "__", StringComparison.Ordinal)}: moet een geheel getal zijn; met 0 wordt er niets bewaard.");
            return 0;
        }
    }

    private static AccessSettings ReadAccess(IConfiguration source, List<string> faults)
    {
        var https = source["Toegang:RequireHttps"] switch
        {
            null or "" => true,
            var text when bool.TryParse(text, out var value) => value,
            _ => (bool?)null,
        };
        if (https is null)
        {
            faults.Add("Toegang__RequireHttps: moet true of false zijn.");
        }
        var address = Filled(source["Toegang:MetadataAddress"]);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            faults.Add("Toegang__MetadataAddress: moet het adres van een OpenID-configuratie zijn.");
        }
        else if (https == true && uri.Scheme != "https")
        {
            faults.Add("Toegang__MetadataAddress: moet met https beginnen (of zet Toegang__RequireHttps op false; alleen lokaal).");
        }
        var issuer = Filled(source["Toegang:Issuer"]);
        if (issuer is null)
        {
            faults.Add("Toegang__Issuer: ontbreekt.");
        }
        else if (issuer.StartsWith(EntrasIssuerV1, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(
                "Toegang__Issuer: is die van tokens van versie 1; de hub neemt versie 2 (https://login.microsoftonline.com/<tenant>/v2.0)."
            );
        }
        if (!Guid.TryParseExact(Filled(source["Toegang:Audience"]), "D", out var audience))
        {
            faults.Add("Toegang__Audience: moet de client-id van de registratie van de hub zijn (een GUID).");
        }
        var perMinute = RequestLimit.PlainPerMinute;
        if (
            Filled(source["Toegang:PerMinuut"]) is { } limit
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out perMinute) || perMinute == 0)
        )
        {
            faults.Add("Toegang__PerMinuut: moet een geheel getal boven nul zijn.");
        }
        return new AccessSettings(address ?? "", issuer ?? "", audience.ToString("D"), https ?? true, perMinute);
    }

    private static TelemetrySettings? ReadTelemetry(IConfiguration source, List<string> faults)
    {
        var address = Filled(source[TelemetrySettings.Address]);
        var azure = Filled(source[TelemetrySettings.Azure]);
        if (address is null && azure is null)
        {
            return null;
        }
        if (azure is not null && !azure.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add($"{TelemetrySettings.Azure}: moet de connection string van Application Insights zijn.");
        }
        if (address is not null && (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
        {
            faults.Add($"{TelemetrySettings.Address}: moet het http- of https-adres van een OTLP-ontvanger zijn.");
        }
        if (Filled(source[TelemetrySettings.Protocol]) is not (null or "grpc" or "http/protobuf"))
        {
            faults.Add($"{TelemetrySettings.Protocol}: moet grpc of http/protobuf zijn.");
        }
        return new TelemetrySettings(Filled(source["OTEL_SERVICE_NAME"]) ?? "ijw-hub", address is not null, azure);
    }

    /// <summary>The built-in list, renewed by the file when it is there; one line per fault.</summary>
    internal static Gemeentecodes ReadGemeentecodes(string path, List<string> faults)
    {
        if (!File.Exists(path))
        {
            return Gemeentecodes.BuiltIn;
        }
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
