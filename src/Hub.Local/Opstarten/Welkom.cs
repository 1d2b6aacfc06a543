using Hub.Local.Voorbeelden;

namespace Hub.Local.Opstarten;

/// <summary>What people need to try the hub: addresses, a token per deelnemer and a command to paste.</summary>
public static class Welkom
{
    /// <summary>The lines; the tokens hold for <paramref name="geldigheid"/>.</summary>
    public static IEnumerable<string> Regels(HubOmgeving omgeving, TimeSpan geldigheid)
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
        yield return $"Tokens, {geldigheid.TotalHours:0} uur geldig";
        foreach (var deelnemer in omgeving.Deelnemers.Alle)
        {
            yield return $"  {deelnemer.Code} {deelnemer.Naam}";
            yield return $"    {omgeving.Toegang.GeefToken(deelnemer, geldigheid)}";
        }

        var voorbeeld = Voorbeeldenlijst.Lees()[0];
        var token = omgeving.Toegang.GeefToken(omgeving.Deelnemers.MetCode(voorbeeld.Afzender)!, geldigheid);
        yield return "";
        yield return "Probeer het: plak dit in een andere terminal";
        yield return $"  curl -i -H 'Authorization: Bearer {token}' -H 'Content-Type: application/xml' -H 'Transfer-Encoding: chunked' "
            + $"--data-binary '@{Path.Combine(Voorbeeldenlijst.Map, voorbeeld.Bestand)}' {new Uri(omgeving.Host.HttpAddress, "berichten")}";
        yield return "";
        yield return "Ctrl+C stopt alles.";
    }
}
