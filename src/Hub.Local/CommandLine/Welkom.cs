using System.Globalization;
using System.Text;
using Hub.Deelnemers;
using Hub.Local.Opstarten;
using Hub.Local.Voorbeelden;

namespace Hub.Local.CommandLine;

/// <summary>What people need to try the hub: addresses, a token per deelnemer and commands to paste.</summary>
public static class Welkom
{
    private const string Sample = "19-toewijzing-over-http.xml";
    private const string SampleIdentificatie = "DLFT25HTTP01";

    /// <summary>The lines; the tokens hold for <paramref name="geldigheid"/>. The bericht to try it with is written beside the log.</summary>
    public static IEnumerable<string> Regels(HubOmgeving omgeving, TimeSpan geldigheid, TimeProvider tijd)
    {
        ArgumentNullException.ThrowIfNull(omgeving);
        yield return "";
        yield return "Adressen";
        yield return $"  hub         {omgeving.Host.HttpAddress}";
        yield return $"  Service Bus {omgeving.ServiceBus.ConnectionString}";
        yield return $"  blobs       {omgeving.Azurite.BlobAdres}";
        yield return $"  tabellen    {omgeving.Azurite.TableAdres}";
        yield return $"  toegang     {omgeving.Toegang.Metadata}";
        yield return "";
        yield return $"Tokens, {geldigheid.TotalHours:0} uur geldig, ook na een herstart";
        foreach (var deelnemer in omgeving.Deelnemers.Alle)
        {
            yield return $"  {deelnemer.Code} {deelnemer.Naam}";
            yield return $"    {omgeving.Toegang.GeefToken(deelnemer, geldigheid)}";
        }

        var voorbeeld = Voorbeeldenlijst.Lees().Single(voorbeeld => voorbeeld.Bestand == Sample);
        var (afzender, ontvanger) = (omgeving.Deelnemers.MetCode(voorbeeld.Afzender)!, omgeving.Deelnemers.MetCode(voorbeeld.Verwacht.Bij!)!);
        string Curl(Deelnemer wie) => $"curl -i -H 'Authorization: Bearer {omgeving.Toegang.GeefToken(wie, geldigheid)}'";
        yield return "";
        yield return $"Probeer het: plak dit in een andere terminal. {afzender.Naam} stuurt {ontvanger.Naam} een toewijzing";
        yield return $"  {Curl(afzender)} -H 'Content-Type: application/xml' --data-binary {Quoted('@' + WriteFresh(omgeving, voorbeeld, tijd))} "
            + new Uri(omgeving.Host.HttpAddress, "berichten");
        yield return $"Kijk wat er bij {ontvanger.Naam} ligt (HTTP)";
        yield return $"  {Curl(ontvanger)} {new Uri(omgeving.Host.HttpAddress, "postbus")}";
        yield return $"Het antwoord daarop ligt bij {afzender.Naam} op queue {afzender.Postbus} (Service Bus); README.md zegt hoe u die leest.";
    }

    /// <summary>A bericht that this hub has not had yet, so that whoever sends it sees it arrive; sending it twice delivers it once.</summary>
    private static string WriteFresh(HubOmgeving omgeving, Voorbeeld voorbeeld, TimeProvider tijd)
    {
        var path = Path.Combine(Path.GetDirectoryName(omgeving.Logbestandspad)!, "probeer.xml");
        var seconds = tijd.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(path, Encoding.UTF8.GetString(Voorbeeldenlijst.Inhoud(voorbeeld)).Replace(SampleIdentificatie, "P" + seconds, StringComparison.Ordinal));
        return path;
    }

    /// <summary>One word for a POSIX shell, whatever is in it.</summary>
    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
