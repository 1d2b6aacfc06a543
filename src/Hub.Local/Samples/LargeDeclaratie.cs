using System.Globalization;
using System.Text;

namespace Hub.Local.Samples;

/// <summary>
/// A JW323 that is too large for a queue message: many jeugdigen with three prestaties each. The same arguments give the same bytes.
/// </summary>
public static class LargeDeclaratie
{
    private const int PrestatiesPerClient = 3;
    private const int Rate = 7725;
    private const int FirstBsn = 999940000;

    /// <summary>A valid declaratie over March 2025 of at least <paramref name="bytes"/> bytes, between two deelnemers.</summary>
    public static byte[] Make(string aanbieder, string gemeente, int bytes)
    {
        var clienten = new StringBuilder();
        var count = 0;
        var total = 0L;
        foreach (var bsn in Bsns())
        {
            if (clienten.Length >= bytes)
            {
                break;
            }
            count++;
            Rule(clienten, 3, "<jw323:Client>");
            Rule(clienten, 4, $"<jw323:Bsn>{bsn}</jw323:Bsn>");
            Rule(clienten, 4, "<jw323:Prestaties>");
            for (var i = 1; i <= PrestatiesPerClient; i++)
            {
                total += Prestatie(clienten, count, i);
            }
            Rule(clienten, 4, "</jw323:Prestaties>");
            Rule(clienten, 3, "</jw323:Client>");
        }

        return Encoding.UTF8.GetBytes(Header(aanbieder, gemeente, total) + clienten + Closing());
    }

    /// <summary>Test BSNs that pass the 11-proef, rising.</summary>
    private static IEnumerable<int> Bsns()
    {
        for (var bsn = FirstBsn; bsn <= 999_999_999; bsn++)
        {
            var sum = -(bsn % 10);
            for (int rest = bsn / 10, weight = 2; weight <= 9; rest /= 10, weight++)
            {
                sum += rest % 10 * weight;
            }
            if (sum % 11 == 0)
            {
                yield return bsn;
            }
        }
    }

    private static long Prestatie(StringBuilder xml, int client, int number)
    {
        var hours = 1 + ((client + number) % 24);
        var amount = hours * Rate;
        Rule(xml, 5, "<jw323:Prestatie>");
        Rule(
            xml,
            6,
            $"<jw323:ProductReferentie><ijw:ReferentieNummer>HHT-2503-{client:D5}-{number}</ijw:ReferentieNummer></jw323:ProductReferentie>"
        );
        Rule(xml, 6, $"<jw323:ToewijzingNummer>{620_000_000 + (client * 10) + number}</jw323:ToewijzingNummer>");
        Rule(xml, 6, "<jw323:ProductCategorie>54</jw323:ProductCategorie>");
        Rule(xml, 6, $"<jw323:ProductCode>54C{number:D2}</jw323:ProductCode>");
        Rule(
            xml,
            6,
            "<jw323:ProductPeriode><ijw:Begindatum>2025-03-01</ijw:Begindatum><ijw:Einddatum>2025-03-31</ijw:Einddatum>"
                + "</jw323:ProductPeriode>"
        );
        Rule(xml, 6, $"<jw323:GeleverdVolume>{hours}</jw323:GeleverdVolume>");
        Rule(xml, 6, "<jw323:Eenheid>04</jw323:Eenheid>");
        Rule(xml, 6, $"<jw323:ProductTarief>{Rate}</jw323:ProductTarief>");
        Rule(
            xml,
            6,
            $"<jw323:IngediendBedrag><ijw:Bedrag>{amount}</ijw:Bedrag><ijw:DebetCredit>D</ijw:DebetCredit></jw323:IngediendBedrag>"
        );
        Rule(xml, 5, "</jw323:Prestatie>");
        return amount;
    }

    private static string Header(string aanbieder, string gemeente, long total)
    {
        var xml = new StringBuilder();
        Rule(xml, 0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Rule(
            xml,
            0,
            "<jw323:Bericht xmlns:ijw=\"http://www.istandaarden.nl/ijw/3_2/basisschema/schema\" "
                + "xmlns:jw323=\"http://www.istandaarden.nl/ijw/3_2/jw323/schema\">"
        );
        Rule(xml, 1, "<jw323:Header>");
        Rule(xml, 2, "<jw323:BerichtCode>490</jw323:BerichtCode>");
        Rule(xml, 2, "<jw323:BerichtVersie>3</jw323:BerichtVersie>");
        Rule(xml, 2, "<jw323:BerichtSubversie>2</jw323:BerichtSubversie>");
        Rule(xml, 2, $"<jw323:Afzender>{aanbieder}</jw323:Afzender>");
        Rule(xml, 2, $"<jw323:Ontvanger>{gemeente}</jw323:Ontvanger>");
        Rule(
            xml,
            2,
            "<jw323:BerichtIdentificatie><ijw:Identificatie>HHT-2025-019</ijw:Identificatie><ijw:Dagtekening>2025-04-08"
                + "</ijw:Dagtekening></jw323:BerichtIdentificatie>"
        );
        Rule(
            xml,
            2,
            "<jw323:XsdVersie><ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie><ijw:BerichtXsdVersie>1.0.0"
                + "</ijw:BerichtXsdVersie></jw323:XsdVersie>"
        );
        Rule(xml, 1, "</jw323:Header>");
        Rule(xml, 1, "<jw323:Declaratie>");
        Rule(xml, 2, "<jw323:DeclaratieNummer>HHT2503GROOT</jw323:DeclaratieNummer>");
        Rule(
            xml,
            2,
            "<jw323:DeclaratiePeriode><ijw:Begindatum>2025-03-01</ijw:Begindatum><ijw:Einddatum>2025-03-31"
                + "</ijw:Einddatum></jw323:DeclaratiePeriode>"
        );
        Rule(xml, 2, "<jw323:DeclaratieDagtekening>2025-04-08</jw323:DeclaratieDagtekening>");
        Rule(
            xml,
            2,
            $"<jw323:TotaalIngediendBedrag><ijw:TotaalBedrag>{total}</ijw:TotaalBedrag><ijw:DebetCredit>D"
                + $"</ijw:DebetCredit></jw323:TotaalIngediendBedrag>"
        );
        Rule(xml, 2, "<jw323:Clienten>");
        return xml.ToString();
    }

    private static string Closing()
    {
        var xml = new StringBuilder();
        Rule(xml, 2, "</jw323:Clienten>");
        Rule(xml, 1, "</jw323:Declaratie>");
        Rule(xml, 0, "</jw323:Bericht>");
        return xml.ToString();
    }

    private static void Rule(StringBuilder xml, int depth, FormattableString text) =>
        xml.Append('\t', depth).Append(text.ToString(CultureInfo.InvariantCulture)).Append("\r\n");

    private static void Rule(StringBuilder xml, int depth, string text) => xml.Append('\t', depth).Append(text).Append("\r\n");
}
