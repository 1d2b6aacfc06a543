using System.Globalization;
using Ijw.Model;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>Writes the Header of an answer.</summary>
internal static class Retourkop
{
    /// <summary>What the Header of a heenbericht says.</summary>
    public static Berichtkop Lees(Berichtboom heen)
    {
        var header = heen.Header;
        var dagtekening = header.Lees("BerichtIdentificatie/Dagtekening")!;
        return new Berichtkop
        {
            Soort = heen.Soort,
            Afzender = header.Lees("Afzender")!,
            Ontvanger = header.Lees("Ontvanger")!,
            Identificatie = header.Lees("BerichtIdentificatie/Identificatie")!,
            Dagtekening = DateOnly.TryParseExact(dagtekening.AsSpan().Trim(" \t\r\n"), "yyyy-MM-dd", out var datum) ? datum : null,
            DagtekeningTekst = dagtekening,
            BasisschemaXsdVersie = header.Lees("XsdVersie/BasisschemaXsdVersie")!,
            BerichtXsdVersie = header.Lees("XsdVersie/BerichtXsdVersie")!,
        };
    }

    /// <summary>Writes the Header of the answer to a heenbericht; no codes means approved in a retour.</summary>
    public static void Schrijf(Berichtboom antwoord, Berichtkop heen, string identificatie, DateOnly dagtekening, params IReadOnlyList<string> codes)
    {
        var header = antwoord.Wortel.Voeg("Header");
        var datum = dagtekening.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (antwoord.Soort.IsRetour) VulRetour(header, antwoord.Soort, heen, identificatie, datum);
        else VulAntwoord(header, antwoord.Soort, heen, identificatie, datum);
        VulCodes(header, codes);
    }

    /// <summary>Writes RetourCodes; nothing when there are none.</summary>
    public static void VulCodes(Knoop klasse, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0) return;
        var lijst = klasse.Voeg("RetourCodes");
        foreach (var code in codes) lijst.Voeg("RetourCode", code);
    }

    /// <summary>A retour copies the Header of the heenbericht, also its direction (retour.md 2.3).</summary>
    private static void VulRetour(Knoop header, Berichtsoort soort, Berichtkop heen, string identificatie, string datum)
    {
        VulBegin(header, soort, heen.Afzender, heen.Ontvanger);
        VulIdentificatie(header.Voeg("BerichtIdentificatie"), heen.Identificatie, heen.DagtekeningTekst);
        VulXsdVersie(header.Voeg("XsdVersie"), heen.BasisschemaXsdVersie, heen.BerichtXsdVersie);
        header.Voeg("IdentificatieRetour", identificatie).Voeg("DagtekeningRetour", datum);
        VulXsdVersie(header.Voeg("XsdVersieRetour"), Retourbouwer.XsdVersie, Retourbouwer.XsdVersie);
    }

    /// <summary>A JW325 has an identity and a direction of its own, and links to the JW323 (messages.md 2.4).</summary>
    private static void VulAntwoord(Knoop header, Berichtsoort soort, Berichtkop heen, string identificatie, string datum)
    {
        VulBegin(header, soort, heen.Ontvanger, heen.Afzender);
        VulIdentificatie(header.Voeg("BerichtIdentificatie"), identificatie, datum);
        VulXsdVersie(header.Voeg("XsdVersie"), Retourbouwer.XsdVersie, Retourbouwer.XsdVersie);
        VulIdentificatie(header.Voeg("DeclaratieIdentificatie"), heen.Identificatie, heen.DagtekeningTekst);
        VulXsdVersie(header.Voeg("XsdVersieDeclaratie"), heen.BasisschemaXsdVersie, heen.BerichtXsdVersie);
    }

    private static void VulBegin(Knoop header, Berichtsoort soort, string afzender, string ontvanger) =>
        header.Voeg("BerichtCode", soort.Code)
            .Voeg("BerichtVersie", "3")
            .Voeg("BerichtSubversie", "2")
            .Voeg("Afzender", afzender)
            .Voeg("Ontvanger", ontvanger);

    private static void VulIdentificatie(Knoop groep, string identificatie, string dagtekening) =>
        groep.Voeg("Identificatie", identificatie).Voeg("Dagtekening", dagtekening);

    private static void VulXsdVersie(Knoop groep, string basisschema, string bericht) =>
        groep.Voeg("BasisschemaXsdVersie", basisschema).Voeg("BerichtXsdVersie", bericht);
}
