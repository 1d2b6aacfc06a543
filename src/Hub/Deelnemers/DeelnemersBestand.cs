using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Deelnemers;

/// <summary>Reads <c>deelnemers.json</c>.</summary>
public static class DeelnemersBestand
{
    /// <summary>Reads and checks the file's text; gives the list, or one clear line (Dutch) per fault.</summary>
    public static (Deelnemerslijst? Lijst, IReadOnlyList<string> Fouten) Lees(ReadOnlySpan<byte> json)
    {
        Bestand? bestand;
        try
        {
            bestand = JsonSerializer.Deserialize(json, DeelnemersJson.Default.Bestand);
        }
        catch (JsonException fout)
        {
            return (null, [$"deelnemers.json is niet leesbaar: {fout.Path ?? "$"}, regel {fout.LineNumber + 1}."]);
        }

        var fouten = new List<string>();
        if (string.IsNullOrWhiteSpace(bestand?.Regio)) fouten.Add("regio: ontbreekt.");
        if (bestand?.Gemeenten is not { Count: > 0 }) fouten.Add("gemeenten: er moet er minstens één zijn.");
        if (bestand?.Aanbieders is null) fouten.Add("aanbieders: ontbreekt.");

        var vrijeDagen = LeesVrijeDagen(bestand?.VrijeDagen, "vrijeDagen", fouten);
        var deelnemers = new List<Deelnemer>();
        var gezien = new GezieneSleutels();
        Neem(bestand?.Gemeenten, DeelnemerSoort.Gemeente, "gemeenten", deelnemers, gezien, fouten);
        Neem(bestand?.Aanbieders, DeelnemerSoort.Aanbieder, "aanbieders", deelnemers, gezien, fouten);
        return fouten.Count > 0 ? (null, fouten) : (new Deelnemerslijst(bestand!.Regio!, deelnemers, vrijeDagen), []);
    }

    /// <summary>Opens and reads the file; null, and one clear line (Dutch) per fault in <paramref name="fouten"/>, when it can't be used.</summary>
    /// <param name="pad">Hub__Deelnemers: relative to the executable; null for <c>deelnemers.json</c>.</param>
    /// <param name="fouten">Where faults go.</param>
    public static Deelnemerslijst? Open(string? pad, ICollection<string> fouten)
    {
        ArgumentNullException.ThrowIfNull(fouten);
        var bestand = Path.Combine(AppContext.BaseDirectory, string.IsNullOrWhiteSpace(pad) ? "deelnemers.json" : pad);
        if (!File.Exists(bestand))
        {
            fouten.Add($"Hub__Deelnemers: {bestand} bestaat niet.");
            return null;
        }

        var (lijst, onjuist) = Lees(File.ReadAllBytes(bestand));
        foreach (var fout in onjuist) fouten.Add($"{bestand}: {fout}");
        return lijst;
    }

    private static void Neem(
        List<Regel?>? regels, DeelnemerSoort soort, string naam, List<Deelnemer> deelnemers, GezieneSleutels gezien, List<string> fouten)
    {
        var cijfers = soort == DeelnemerSoort.Gemeente ? 4 : 8;
        for (var i = 0; i < (regels?.Count ?? 0); i++)
        {
            var plaats = $"{naam}[{i}]";
            var regel = regels![i];
            if (regel is null)
            {
                fouten.Add($"{plaats}: is leeg.");
                continue;
            }

            var eerder = fouten.Count;
            if (regel.Code is null || regel.Code.Length != cijfers || !regel.Code.All(char.IsAsciiDigit))
                fouten.Add($"{plaats}.code: moet {cijfers} cijfers zijn, als tekst.");
            else if (!gezien.Codes.Add(regel.Code))
                fouten.Add($"{plaats}.code: {regel.Code} komt vaker voor.");
            if (string.IsNullOrWhiteSpace(regel.Naam)) fouten.Add($"{plaats}.naam: ontbreekt.");
            if (regel.Retour is not ("hub" or "zelf")) fouten.Add($"{plaats}.retour: moet hub of zelf zijn.");
            if (regel.Kanaal is not (null or "servicebus" or "http")) fouten.Add($"{plaats}.kanaal: moet servicebus of http zijn, of ontbreken.");
            if (soort == DeelnemerSoort.Aanbieder && regel.VrijeDagen is not null)
                fouten.Add($"{plaats}.vrijeDagen: kan alleen bij een gemeente; haar dagen gelden voor beide partijen.");
            var vrijeDagen = LeesVrijeDagen(regel.VrijeDagen, $"{plaats}.vrijeDagen", fouten);
            var appIds = LeesAppIds(regel, plaats, gezien, fouten);
            LeesPrincipalId(regel, plaats, gezien, fouten);
            LeesCertificaten(regel, plaats, gezien, fouten);
            if (fouten.Count > eerder) continue;
            deelnemers.Add(new Deelnemer(soort, regel.Code!, regel.Naam!, regel.Retour == "hub" ? Retour.Hub : Retour.Zelf, appIds)
            {
                Kanaal = regel.Kanaal == "http" ? Kanaal.Http : Kanaal.ServiceBus,
                VrijeDagen = vrijeDagen,
            });
        }
    }

    private static List<Guid> LeesAppIds(Regel regel, string plaats, GezieneSleutels gezien, List<string> fouten)
    {
        var appIds = new List<Guid>();
        if (regel.AppIds is null) fouten.Add($"{plaats}.appIds: ontbreekt.");
        for (var i = 0; i < (regel.AppIds?.Count ?? 0); i++)
        {
            if (!Guid.TryParseExact(regel.AppIds![i], "D", out var appId))
                fouten.Add($"{plaats}.appIds[{i}]: is geen app-id van Entra (een GUID).");
            else if (!gezien.AppIds.Add(appId))
                fouten.Add($"{plaats}.appIds[{i}]: {appId} hoort al bij een deelnemer.");
            else
                appIds.Add(appId);
        }

        return appIds;
    }

    // The hub has no use for it: infra/main.bicep gives this identity its postbus and archive, and two deelnemers with one would read each other's.
    private static void LeesPrincipalId(Regel regel, string plaats, GezieneSleutels gezien, List<string> fouten)
    {
        if (regel.PrincipalId is null) return;
        if (!Guid.TryParseExact(regel.PrincipalId, "D", out var principalId))
            fouten.Add($"{plaats}.principalId: is geen object-id van Entra (een GUID).");
        else if (!gezien.PrincipalIds.Add(principalId))
            fouten.Add($"{plaats}.principalId: {principalId} hoort al bij een deelnemer.");
    }

    // Nor for these: the gateway lets a certificate in with a token of the same deelnemer only (infra/gateway-policy.xml).
    private static void LeesCertificaten(Regel regel, string plaats, GezieneSleutels gezien, List<string> fouten)
    {
        for (var i = 0; i < (regel.Certificaten?.Count ?? 0); i++)
        {
            var thumbprint = regel.Certificaten![i];
            if (thumbprint is not { Length: 2 * SHA1.HashSizeInBytes } || !thumbprint.All(char.IsAsciiHexDigit))
                fouten.Add($"{plaats}.certificaten[{i}]: is geen vingerafdruk van een certificaat (SHA-1, 40 hexadecimale cijfers).");
            else if (!gezien.Certificaten.Add(thumbprint))
                fouten.Add($"{plaats}.certificaten[{i}]: {thumbprint} hoort al bij een deelnemer.");
        }
    }

    private static List<DateOnly> LeesVrijeDagen(List<string?>? dagen, string plaats, List<string> fouten)
    {
        var gelezen = new List<DateOnly>();
        for (var i = 0; i < (dagen?.Count ?? 0); i++)
        {
            if (DateOnly.TryParseExact(dagen![i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)) gelezen.Add(dag);
            else fouten.Add($"{plaats}[{i}]: is geen datum (jjjj-mm-dd).");
        }

        return gelezen;
    }

    private sealed class GezieneSleutels
    {
        public HashSet<string> Codes { get; } = [];

        public HashSet<Guid> AppIds { get; } = [];

        public HashSet<Guid> PrincipalIds { get; } = [];

        public HashSet<string> Certificaten { get; } = new(StringComparer.OrdinalIgnoreCase);
    }

    internal sealed record Bestand(string? Regio, List<Regel?>? Gemeenten, List<Regel?>? Aanbieders)
    {
        public List<string?>? VrijeDagen { get; init; }
    }

    internal sealed record Regel(string? Code, string? Naam, string? Retour, List<string?>? AppIds, string? PrincipalId)
    {
        public string? Kanaal { get; init; }

        public List<string?>? Certificaten { get; init; }

        public List<string?>? VrijeDagen { get; init; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(DeelnemersBestand.Bestand))]
internal sealed partial class DeelnemersJson : JsonSerializerContext;
