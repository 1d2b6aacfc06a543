using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Deelnemers;

/// <summary>Reads <c>deelnemers.json</c>.</summary>
public static class DeelnemersFile
{
    /// <summary>Reads and checks the file's text; gives the list, or one clear line (Dutch) per fault.</summary>
    public static (DeelnemerList? List, IReadOnlyList<string> Faults) Read(ReadOnlySpan<byte> json)
    {
        DeelnemersContent? file;
        try
        {
            file = JsonSerializer.Deserialize(json, DeelnemersJson.Default.DeelnemersContent);
        }
        catch (JsonException fault)
        {
            return (null, [$"deelnemers.json is niet leesbaar: {fault.Path ?? "$"}, regel {fault.LineNumber + 1}."]);
        }

        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(file?.Region))
        {
            faults.Add("regio: ontbreekt.");
        }
        if (file?.Gemeenten is not { Count: > 0 })
        {
            faults.Add("gemeenten: er moet er minstens één zijn.");
        }
        if (file?.Aanbieders is null)
        {
            faults.Add("aanbieders: ontbreekt.");
        }

        var freeDays = ReadFreeDays(file?.FreeDays, "vrijeDagen", faults);
        var deelnemers = new List<Deelnemer>();
        var seen = new SeenKeys();
        Take(file?.Gemeenten, DeelnemerKind.Gemeente, "gemeenten", deelnemers, seen, faults);
        Take(file?.Aanbieders, DeelnemerKind.Aanbieder, "aanbieders", deelnemers, seen, faults);
        return faults.Count > 0 ? (null, faults) : (new DeelnemerList(file!.Region!, deelnemers, freeDays), []);
    }

    /// <summary>
    /// Opens and reads the file; null, and one clear line (Dutch) per fault in <paramref name="faults"/>, when it can't be used.
    /// </summary>
    /// <param name="path">Hub__Deelnemers: relative to the executable; null for <c>deelnemers.json</c>.</param>
    /// <param name="faults">Where faults go.</param>
    public static DeelnemerList? Open(string? path, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var file = Path.Combine(AppContext.BaseDirectory, string.IsNullOrWhiteSpace(path) ? "deelnemers.json" : path);
        if (!File.Exists(file))
        {
            faults.Add($"Hub__Deelnemers: {file} bestaat niet.");
            return null;
        }

        var (list, incorrect) = Read(File.ReadAllBytes(file));
        foreach (var fault in incorrect)
        {
            faults.Add($"{file}: {fault}");
        }
        return list;
    }

    private static void Take(
        List<DeelnemerEntry?>? rules,
        DeelnemerKind kind,
        string name,
        List<Deelnemer> deelnemers,
        SeenKeys seen,
        List<string> faults
    )
    {
        var digits = kind == DeelnemerKind.Gemeente ? 4 : 8;
        for (var i = 0; i < (rules?.Count ?? 0); i++)
        {
            var place = $"{name}[{i}]";
            var rule = rules![i];
            if (rule is null)
            {
                faults.Add($"{place}: is leeg.");
                continue;
            }

            var earlier = faults.Count;
            if (rule.Code is null || rule.Code.Length != digits || !rule.Code.All(char.IsAsciiDigit))
            {
                faults.Add($"{place}.code: moet {digits} cijfers zijn, als tekst.");
            }
            else if (!seen.Codes.Add(rule.Code))
            {
                faults.Add($"{place}.code: {rule.Code} komt vaker voor.");
            }
            if (string.IsNullOrWhiteSpace(rule.Name))
            {
                faults.Add($"{place}.naam: ontbreekt.");
            }
            if (rule.Retour is not ("hub" or "zelf"))
            {
                faults.Add($"{place}.retour: moet hub of zelf zijn.");
            }
            if (rule.Channel is not (null or "servicebus" or "http"))
            {
                faults.Add($"{place}.kanaal: moet servicebus of http zijn, of ontbreken.");
            }
            if (kind == DeelnemerKind.Aanbieder && rule.FreeDays is not null)
            {
                faults.Add($"{place}.vrijeDagen: kan alleen bij een gemeente; haar dagen gelden voor beide partijen.");
            }
            var freeDays = ReadFreeDays(rule.FreeDays, $"{place}.vrijeDagen", faults);
            var appIds = ReadAppIds(rule, place, seen, faults);
            ReadPrincipalId(rule, place, seen, faults);
            ReadCertificates(rule, place, seen, faults);
            if (faults.Count > earlier)
            {
                continue;
            }
            deelnemers.Add(
                new Deelnemer(kind, rule.Code!, rule.Name!, rule.Retour == "hub" ? Retour.Hub : Retour.Itself, appIds)
                {
                    Channel = rule.Channel == "http" ? Channel.Http : Channel.ServiceBus,
                    FreeDays = freeDays,
                }
            );
        }
    }

    private static List<Guid> ReadAppIds(DeelnemerEntry rule, string place, SeenKeys seen, List<string> faults)
    {
        var appIds = new List<Guid>();
        if (rule.AppIds is null)
        {
            faults.Add($"{place}.appIds: ontbreekt.");
        }
        for (var i = 0; i < (rule.AppIds?.Count ?? 0); i++)
        {
            if (!Guid.TryParseExact(rule.AppIds![i], "D", out var appId))
            {
                faults.Add($"{place}.appIds[{i}]: is geen app-id van Entra (een GUID).");
            }
            else if (!seen.AppIds.Add(appId))
            {
                faults.Add($"{place}.appIds[{i}]: {appId} hoort al bij een deelnemer.");
            }
            else
            {
                appIds.Add(appId);
            }
        }

        return appIds;
    }

    // The hub has no use for it: infra/main.bicep gives this identity its postbus and archive, and two deelnemers with one would read each
    // other's.
    private static void ReadPrincipalId(DeelnemerEntry rule, string place, SeenKeys seen, List<string> faults)
    {
        if (rule.PrincipalId is null)
        {
            return;
        }
        if (!Guid.TryParseExact(rule.PrincipalId, "D", out var principalId))
        {
            faults.Add($"{place}.principalId: is geen object-id van Entra (een GUID).");
        }
        else if (!seen.PrincipalIds.Add(principalId))
        {
            faults.Add($"{place}.principalId: {principalId} hoort al bij een deelnemer.");
        }
    }

    // Nor for these: the gateway lets a certificate in with a token of the same deelnemer only (infra/gateway-policy.xml).
    private static void ReadCertificates(DeelnemerEntry rule, string place, SeenKeys seen, List<string> faults)
    {
        for (var i = 0; i < (rule.Certificaten?.Count ?? 0); i++)
        {
            var thumbprint = rule.Certificaten![i];
            if (thumbprint is not { Length: 2 * SHA1.HashSizeInBytes } || !thumbprint.All(char.IsAsciiHexDigit))
            {
                faults.Add($"{place}.certificaten[{i}]: is geen vingerafdruk van een certificaat (SHA-1, 40 hexadecimale cijfers).");
            }
            else if (!seen.Certificaten.Add(thumbprint))
            {
                faults.Add($"{place}.certificaten[{i}]: {thumbprint} hoort al bij een deelnemer.");
            }
        }
    }

    private static List<DateOnly> ReadFreeDays(List<string?>? days, string place, List<string> faults)
    {
        var read = new List<DateOnly>();
        for (var i = 0; i < (days?.Count ?? 0); i++)
        {
            if (DateOnly.TryParseExact(days![i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                read.Add(day);
            }
            else
            {
                faults.Add($"{place}[{i}]: is geen datum (jjjj-mm-dd).");
            }
        }

        return read;
    }

    private sealed class SeenKeys
    {
        public HashSet<string> Codes { get; } = [];

        public HashSet<Guid> AppIds { get; } = [];

        public HashSet<Guid> PrincipalIds { get; } = [];

        public HashSet<string> Certificaten { get; } = new(StringComparer.OrdinalIgnoreCase);
    }

    internal sealed record DeelnemersContent(
        [property: JsonPropertyName("regio")] string? Region,
        List<DeelnemerEntry?>? Gemeenten,
        List<DeelnemerEntry?>? Aanbieders
    )
    {
        [JsonPropertyName("vrijeDagen")]
        public List<string?>? FreeDays { get; init; }
    }

    internal sealed record DeelnemerEntry(
        string? Code,
        [property: JsonPropertyName("naam")] string? Name,
        string? Retour,
        List<string?>? AppIds,
        string? PrincipalId
    )
    {
        [JsonPropertyName("kanaal")]
        public string? Channel { get; init; }

        public List<string?>? Certificaten { get; init; }

        [JsonPropertyName("vrijeDagen")]
        public List<string?>? FreeDays { get; init; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true
)]
[JsonSerializable(typeof(DeelnemersFile.DeelnemersContent))]
internal sealed partial class DeelnemersJson : JsonSerializerContext;
