using System.Globalization;
using System.Text;

namespace Hub.Local.Voorbeelden;

/// <summary>A JW323 that is too large for a queue message: many jeugdigen with three prestaties each. The same arguments give the same bytes.</summary>
public static class GroteDeclaratie
{
    private const int PrestatiesPerClient = 3;
    private const int Tarief = 7725;
    private const int EersteBsn = 999940000;

    /// <summary>A valid declaratie over March 2025 of at least <paramref name="bytes"/> bytes, between two deelnemers.</summary>
    public static byte[] Maak(string aanbieder, string gemeente, int bytes)
    {
        var clienten = new StringBuilder();
        var aantal = 0;
        var totaal = 0L;
        foreach (var bsn in Bsns())
        {
            if (clienten.Length >= bytes) break;
            aantal++;
            Regel(clienten, 3, "<jw323:Client>");
            Regel(clienten, 4, $"<jw323:Bsn>{bsn}</jw323:Bsn>");
            Regel(clienten, 4, "<jw323:Prestaties>");
            for (var i = 1; i <= PrestatiesPerClient; i++) totaal += Prestatie(clienten, aantal, i);
            Regel(clienten, 4, "</jw323:Prestaties>");
            Regel(clienten, 3, "</jw323:Client>");
        }

        return Encoding.UTF8.GetBytes(Kop(aanbieder, gemeente, totaal) + clienten + Slot());
    }

    /// <summary>Test BSNs that pass the 11-proef, rising.</summary>
    private static IEnumerable<int> Bsns()
    {
        for (var bsn = EersteBsn; bsn <= 999_999_999; bsn++)
        {
            var som = -(bsn % 10);
            for (int rest = bsn / 10, gewicht = 2; gewicht <= 9; rest /= 10, gewicht++) som += rest % 10 * gewicht;
            if (som % 11 == 0) yield return bsn;
        }
    }

    private static long Prestatie(StringBuilder xml, int client, int nummer)
    {
        var uren = 1 + ((client + nummer) % 24);
        var bedrag = uren * Tarief;
        Regel(xml, 5, "<jw323:Prestatie>");
        Regel(xml, 6, $"<jw323:ProductReferentie><ijw:ReferentieNummer>HHT-2503-{client:D5}-{nummer}</ijw:ReferentieNummer></jw323:ProductReferentie>");
        Regel(xml, 6, $"<jw323:ToewijzingNummer>{620_000_000 + (client * 10) + nummer}</jw323:ToewijzingNummer>");
        Regel(xml, 6, "<jw323:ProductCategorie>54</jw323:ProductCategorie>");
        Regel(xml, 6, $"<jw323:ProductCode>54C{nummer:D2}</jw323:ProductCode>");
        Regel(xml, 6, "<jw323:ProductPeriode><ijw:Begindatum>2025-03-01</ijw:Begindatum><ijw:Einddatum>2025-03-31</ijw:Einddatum></jw323:ProductPeriode>");
        Regel(xml, 6, $"<jw323:GeleverdVolume>{uren}</jw323:GeleverdVolume>");
        Regel(xml, 6, "<jw323:Eenheid>04</jw323:Eenheid>");
        Regel(xml, 6, $"<jw323:ProductTarief>{Tarief}</jw323:ProductTarief>");
        Regel(xml, 6, $"<jw323:IngediendBedrag><ijw:Bedrag>{bedrag}</ijw:Bedrag><ijw:DebetCredit>D</ijw:DebetCredit></jw323:IngediendBedrag>");
        Regel(xml, 5, "</jw323:Prestatie>");
        return bedrag;
    }

    private static string Kop(string aanbieder, string gemeente, long totaal)
    {
        var xml = new StringBuilder();
        Regel(xml, 0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Regel(xml, 0, "<jw323:Bericht xmlns:ijw=\"http://www.istandaarden.nl/ijw/3_2/basisschema/schema\" xmlns:jw323=\"http://www.istandaarden.nl/ijw/3_2/jw323/schema\">");
        Regel(xml, 1, "<jw323:Header>");
        Regel(xml, 2, "<jw323:BerichtCode>490</jw323:BerichtCode>");
        Regel(xml, 2, "<jw323:BerichtVersie>3</jw323:BerichtVersie>");
        Regel(xml, 2, "<jw323:BerichtSubversie>2</jw323:BerichtSubversie>");
        Regel(xml, 2, $"<jw323:Afzender>{aanbieder}</jw323:Afzender>");
        Regel(xml, 2, $"<jw323:Ontvanger>{gemeente}</jw323:Ontvanger>");
        Regel(xml, 2, "<jw323:BerichtIdentificatie><ijw:Identificatie>HHT-2025-019</ijw:Identificatie><ijw:Dagtekening>2025-04-08</ijw:Dagtekening></jw323:BerichtIdentificatie>");
        Regel(xml, 2, "<jw323:XsdVersie><ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie><ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie></jw323:XsdVersie>");
        Regel(xml, 1, "</jw323:Header>");
        Regel(xml, 1, "<jw323:Declaratie>");
        Regel(xml, 2, "<jw323:DeclaratieNummer>HHT2503GROOT</jw323:DeclaratieNummer>");
        Regel(xml, 2, "<jw323:DeclaratiePeriode><ijw:Begindatum>2025-03-01</ijw:Begindatum><ijw:Einddatum>2025-03-31</ijw:Einddatum></jw323:DeclaratiePeriode>");
        Regel(xml, 2, "<jw323:DeclaratieDagtekening>2025-04-08</jw323:DeclaratieDagtekening>");
        Regel(xml, 2, $"<jw323:TotaalIngediendBedrag><ijw:TotaalBedrag>{totaal}</ijw:TotaalBedrag><ijw:DebetCredit>D</ijw:DebetCredit></jw323:TotaalIngediendBedrag>");
        Regel(xml, 2, "<jw323:Clienten>");
        return xml.ToString();
    }

    private static string Slot()
    {
        var xml = new StringBuilder();
        Regel(xml, 2, "</jw323:Clienten>");
        Regel(xml, 1, "</jw323:Declaratie>");
        Regel(xml, 0, "</jw323:Bericht>");
        return xml.ToString();
    }

    private static void Regel(StringBuilder xml, int diepte, FormattableString tekst) =>
        xml.Append('\t', diepte).Append(tekst.ToString(CultureInfo.InvariantCulture)).Append("\r\n");

    private static void Regel(StringBuilder xml, int diepte, string tekst) => xml.Append('\t', diepte).Append(tekst).Append("\r\n");
}
