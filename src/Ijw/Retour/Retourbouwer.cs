using System.Buffers;
using System.Globalization;
using Ijw.Model;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>Builds the answer to a heenbericht (retour.md); the same input always gives the same bytes.</summary>
public static class Retourbouwer
{
    /// <summary>The version of the schemas that our own berichten are built on (IV034, messages.md 2.1).</summary>
    public const string XsdVersie = "1.0.0";

    /// <summary>
    /// The answer when a rule of level 2 is broken: a retourbericht with only a Header and 0001 (retour.md 2), or for a JW323 the JW325 of
    /// shape B (retour.md 3.1).
    /// </summary>
    /// <param name="heenbericht">The Header of the bericht that is refused.</param>
    /// <param name="identificatie">IdentificatieRetour, or the Identificatie of the JW325: 1 to 12 characters, unique for the one in whose name it goes.</param>
    /// <param name="dagtekening">The date of the answer, in the Netherlands.</param>
    /// <returns>The bericht, as OP192 asks it.</returns>
    /// <exception cref="ArgumentException">The berichtsoort has no answer.</exception>
    public static byte[] TechnischAfgekeurd(Berichtkop heenbericht, string identificatie, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(heenbericht);
        var soort = heenbericht.Soort.Antwoord is { } antwoord ? Standaard.Zoek(antwoord)! : null;
        if (soort is null) throw new ArgumentException($"{heenbericht.Soort} has no answer.", nameof(heenbericht));

        var uitvoer = new ArrayBufferWriter<byte>(2048);
        var writer = new BerichtWriter(uitvoer, soort);
        var datum = dagtekening.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.Open("Header");
        if (soort.IsRetour) SchrijfRetourkop(writer, soort, heenbericht, identificatie, datum);
        else SchrijfAntwoordkop(writer, soort, heenbericht, identificatie, datum);
        writer.Open("RetourCodes");
        writer.Veld("RetourCode", Retourcodes.TechnischAfgekeurd);
        writer.Sluit();
        writer.Sluit();
        writer.Sluit();
        return uitvoer.WrittenSpan.ToArray();
    }

    /// <summary>A retour copies the Header of the heenbericht, also its direction (retour.md 2.3).</summary>
    private static void SchrijfRetourkop(BerichtWriter writer, Berichtsoort soort, Berichtkop heen, string identificatie, string datum)
    {
        SchrijfBegin(writer, soort, heen.Afzender, heen.Ontvanger);
        SchrijfIdentificatie(writer, "BerichtIdentificatie", heen.Identificatie, heen.DagtekeningTekst);
        SchrijfXsdVersie(writer, "XsdVersie", heen.BasisschemaXsdVersie, heen.BerichtXsdVersie);
        writer.Veld("IdentificatieRetour", identificatie);
        writer.Veld("DagtekeningRetour", datum);
        SchrijfXsdVersie(writer, "XsdVersieRetour", XsdVersie, XsdVersie);
    }

    /// <summary>A JW325 has an identity and a direction of its own, and links to the JW323 (messages.md 2.4).</summary>
    private static void SchrijfAntwoordkop(BerichtWriter writer, Berichtsoort soort, Berichtkop heen, string identificatie, string datum)
    {
        SchrijfBegin(writer, soort, heen.Ontvanger, heen.Afzender);
        SchrijfIdentificatie(writer, "BerichtIdentificatie", identificatie, datum);
        SchrijfXsdVersie(writer, "XsdVersie", XsdVersie, XsdVersie);
        SchrijfIdentificatie(writer, "DeclaratieIdentificatie", heen.Identificatie, heen.DagtekeningTekst);
        SchrijfXsdVersie(writer, "XsdVersieDeclaratie", heen.BasisschemaXsdVersie, heen.BerichtXsdVersie);
    }

    private static void SchrijfBegin(BerichtWriter writer, Berichtsoort soort, string afzender, string ontvanger)
    {
        writer.Veld("BerichtCode", soort.Code);
        writer.Veld("BerichtVersie", "3");
        writer.Veld("BerichtSubversie", "2");
        writer.Veld("Afzender", afzender);
        writer.Veld("Ontvanger", ontvanger);
    }

    private static void SchrijfIdentificatie(BerichtWriter writer, string element, string identificatie, string dagtekening)
    {
        writer.Open(element);
        writer.Veld("Identificatie", identificatie);
        writer.Veld("Dagtekening", dagtekening);
        writer.Sluit();
    }

    private static void SchrijfXsdVersie(BerichtWriter writer, string element, string basisschema, string bericht)
    {
        writer.Open(element);
        writer.Veld("BasisschemaXsdVersie", basisschema);
        writer.Veld("BerichtXsdVersie", bericht);
        writer.Sluit();
    }
}
