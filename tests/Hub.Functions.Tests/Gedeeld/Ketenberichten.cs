using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Functions.Tests.Gedeeld;

/// <summary>Berichten of one chain between a gemeente and an aanbieder about one client, each without a fault; dates and references are the test's.</summary>
internal sealed partial class Ketenberichten(string gemeente, string aanbieder, string bsn = Voorbeelden.Bsn, Func<string>? identificatie = null)
{
    private const int Tarief = 9150;

    private const string Omvang = "<i:Volume>4</i:Volume><i:Eenheid>04</i:Eenheid><i:Frequentie>2</i:Frequentie>";

    public string Gemeente => gemeente;

    public string Aanbieder => aanbieder;

    /// <summary>A JW315 with a product per reference.</summary>
    public string VerzoekOmToewijzing(DateOnly dagtekening, params string[] referenties) => Heen("jw315", "446", vanGemeente: false, dagtekening, $"""
        <m:Client>{Persoon}<m:AangevraagdeProducten>{string.Concat(referenties.Select((referentie, nummer) => $"""
        <m:AangevraagdProduct><m:ReferentieAanbieder>{referentie}</m:ReferentieAanbieder>
        <m:Product><i:Categorie>45</i:Categorie><i:Code>45A0{nummer}</i:Code></m:Product>
        <m:ToewijzingIngangsdatum>2026-01-01</m:ToewijzingIngangsdatum><m:ToewijzingEinddatum>2026-06-30</m:ToewijzingEinddatum>
        <m:Omvang>{Omvang}</m:Omvang><m:Verwijzer><i:Type>02</i:Type><i:Naam>Huisartsenpraktijk</i:Naam></m:Verwijzer></m:AangevraagdProduct>
        """))}</m:AangevraagdeProducten></m:Client>
        """);

    /// <summary>A JW317 that asks for another end of a toewijzing, and for another volume.</summary>
    public string VerzoekOmWijziging(DateOnly dagtekening, string referentie) => VerzoekOmWijziging(dagtekening, referentie, 1, $"<m:Omvang>{Omvang}</m:Omvang>");

    /// <summary>A JW317 that asks for another end of a toewijzing, and for nothing else unless <paramref name="omvang"/> does.</summary>
    public string VerzoekOmWijziging(DateOnly dagtekening, string referentie, int nummer, string omvang = "") => Heen("jw317", "486", vanGemeente: false, dagtekening, $"""
        <m:Client><m:Bsn>{bsn}</m:Bsn><m:Verzoek>
        <m:ReferentieAanbieder>{referentie}</m:ReferentieAanbieder><m:RedenVerzoek>1</m:RedenVerzoek>
        <m:TeWijzigenProducten><m:TeWijzigenProduct><m:ToewijzingNummer>{nummer}</m:ToewijzingNummer>
        <m:GewensteIngangsdatum>{Tekst(dagtekening.AddDays(30))}</m:GewensteIngangsdatum>
        <m:Einddatum>{Tekst(dagtekening.AddDays(300))}</m:Einddatum>{omvang}</m:TeWijzigenProduct></m:TeWijzigenProducten></m:Verzoek></m:Client>
        """);

    /// <summary>A JW319: in onderzoek, or a refusal; with <paramref name="woonplaats"/> because another gemeente is responsible.</summary>
    public string Antwoord(DateOnly dagtekening, string referentie, bool inOnderzoek, string? woonplaats = null) => Heen(
        "jw319", "488", vanGemeente: true, dagtekening, $"""
        <m:Antwoord><m:ReferentieAanbieder>{referentie}</m:ReferentieAanbieder>
        <m:VerzoekAntwoord>{(inOnderzoek ? 2 : 1)}</m:VerzoekAntwoord>{Element("RedenAfwijzingVerzoek", inOnderzoek ? null : woonplaats is null ? "4" : "8")}
        {(woonplaats is null ? "" : $"<m:Woonplaatsbeginsel><m:Gemeente>{woonplaats}</m:Gemeente></m:Woonplaatsbeginsel>")}</m:Antwoord>
        """);

    /// <summary>A JW301 with one product.</summary>
    public string Toewijzing(
        DateOnly dagtekening, int nummer, DateOnly ingang, DateOnly? eind, string? referentie = null, string? reden = null, TimeOnly tijd = default)
    {
        var contact = "<m:Contactgegevens><m:Contact><m:Soort>01</m:Soort><m:Adres><i:Huis><i:Huisnummer>12</i:Huisnummer></i:Huis><i:Postcode>2611AA</i:Postcode>"
            + "<i:Straatnaam>Voorbeeldstraat</i:Straatnaam><i:Plaatsnaam>Delft</i:Plaatsnaam><i:LandCode>NL</i:LandCode></m:Adres></m:Contact></m:Contactgegevens>";
        return Heen("jw301", "436", vanGemeente: true, dagtekening, $"""
            <m:Client>{Persoon.Replace("</m:Naam>", "<i:NaamGebruik>1</i:NaamGebruik></m:Naam>", StringComparison.Ordinal)}{contact}
            <m:ToegewezenProducten><m:ToegewezenProduct><m:ToewijzingNummer>{nummer}</m:ToewijzingNummer>{Element("ReferentieAanbieder", referentie)}
            <m:Product><i:Categorie>45</i:Categorie></m:Product><m:Toewijzingsdatum>{Tekst(dagtekening)}</m:Toewijzingsdatum>
            <m:Toewijzingstijd>{tijd.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}</m:Toewijzingstijd><m:Ingangsdatum>{Tekst(ingang)}</m:Ingangsdatum>
            {Element("Einddatum", eind is { } dag ? Tekst(dag) : null)}{Element("RedenWijziging", reden)}</m:ToegewezenProduct></m:ToegewezenProducten></m:Client>
            """);
    }

    /// <summary>A JW305 with one product.</summary>
    public string Start(DateOnly dagtekening, int nummer, DateOnly begin, bool verwijdering = false) =>
        Start(dagtekening, new Startregel(nummer, begin, verwijdering));

    /// <summary>A JW305.</summary>
    public string Start(DateOnly dagtekening, params Startregel[] regels) => Heen("jw305", "438", vanGemeente: false, dagtekening, $"""
        <m:Client>{Persoon}<m:StartProducten>{string.Concat(regels.Select(regel => $"""
        <m:StartProduct>{Element("ToewijzingNummer", regel.Toewijzing)}<m:Product><i:Categorie>45</i:Categorie></m:Product>
        <m:Begindatum>{Tekst(regel.Begin)}</m:Begindatum><m:StatusAanlevering>{(regel.Verwijdering ? 3 : 1)}</m:StatusAanlevering></m:StartProduct>
        """))}</m:StartProducten></m:Client>
        """);

    /// <summary>A JW307 with one product.</summary>
    public string Stop(DateOnly dagtekening, int nummer, DateOnly begin, DateOnly eind, bool tijdelijk = false) =>
        Stop(dagtekening, new Stopregel(nummer, begin, eind, tijdelijk));

    /// <summary>A JW307.</summary>
    public string Stop(DateOnly dagtekening, params Stopregel[] regels) => Heen("jw307", "440", vanGemeente: false, dagtekening, $"""
        <m:Client>{Persoon}<m:StopProducten>{string.Concat(regels.Select(regel => $"""
        <m:StopProduct>{Element("ToewijzingNummer", regel.Toewijzing)}<m:Product><i:Categorie>45</i:Categorie></m:Product>
        <m:Begindatum>{Tekst(regel.Begin)}</m:Begindatum><m:RedenBeeindiging>{(regel.Tijdelijk ? "20" : "31")}</m:RedenBeeindiging>
        <m:Einddatum>{Tekst(regel.Eind)}</m:Einddatum><m:StatusAanlevering>{(regel.Verwijdering ? 3 : 1)}</m:StatusAanlevering></m:StopProduct>
        """))}</m:StopProducten></m:Client>
        """);

    /// <summary>A JW323 with one prestatie over the month of <paramref name="dag"/>, dated on its last day.</summary>
    public string Declaratie(DateOnly dag, string nummer, int toewijzing, string referentie) => Declaratie(dag, nummer, new Prestatieregel(referentie, toewijzing));

    /// <summary>A JW323 with prestaties over the month of <paramref name="dag"/>, dated on its last day.</summary>
    public string Declaratie(DateOnly dag, string nummer, params Prestatieregel[] regels) => Declaratie(dag, nummer, [(bsn, regels)]);

    /// <summary>A JW323 with prestaties of several clients over the month of <paramref name="dag"/>, dated on its last day.</summary>
    public string Declaratie(DateOnly dag, string nummer, IReadOnlyCollection<(string Bsn, IReadOnlyCollection<Prestatieregel> Regels)> clienten)
    {
        var begin = new DateOnly(dag.Year, dag.Month, 1);
        var eind = begin.AddMonths(1).AddDays(-1);
        var totaal = clienten.SelectMany(client => client.Regels).Sum(regel => (long)regel.Uren * Tarief * (regel.Vorige is null ? 1 : -1));
        return Heen("jw323", "490", vanGemeente: false, eind, $"""
            <m:Declaratie><m:DeclaratieNummer>{nummer}</m:DeclaratieNummer>
            <m:DeclaratiePeriode><i:Begindatum>{Tekst(begin)}</i:Begindatum><i:Einddatum>{Tekst(eind)}</i:Einddatum></m:DeclaratiePeriode>
            <m:DeclaratieDagtekening>{Tekst(eind)}</m:DeclaratieDagtekening>
            <m:TotaalIngediendBedrag><i:TotaalBedrag>{Math.Abs(totaal)}</i:TotaalBedrag><i:DebetCredit>{(totaal < 0 ? 'C' : 'D')}</i:DebetCredit></m:TotaalIngediendBedrag>
            <m:Clienten>{string.Concat(clienten.Select(client => $"""
            <m:Client><m:Bsn>{client.Bsn}</m:Bsn><m:Prestaties>{string.Concat(client.Regels.Select(regel => $"""
            <m:Prestatie><m:ProductReferentie><i:ReferentieNummer>{regel.Referentie}</i:ReferentieNummer>
            {(regel.Vorige is null ? "" : $"<i:VorigReferentieNummer>{regel.Vorige}</i:VorigReferentieNummer>")}</m:ProductReferentie>
            <m:ToewijzingNummer>{regel.Toewijzing}</m:ToewijzingNummer><m:ProductCategorie>45</m:ProductCategorie><m:ProductCode>45A04</m:ProductCode>
            <m:ProductPeriode><i:Begindatum>{Tekst(begin)}</i:Begindatum><i:Einddatum>{Tekst(eind)}</i:Einddatum></m:ProductPeriode>
            <m:GeleverdVolume>{regel.Uren}</m:GeleverdVolume><m:Eenheid>04</m:Eenheid><m:ProductTarief>{Tarief}</m:ProductTarief>
            <m:IngediendBedrag><i:Bedrag>{regel.Uren * Tarief}</i:Bedrag><i:DebetCredit>{(regel.Vorige is null ? 'D' : 'C')}</i:DebetCredit></m:IngediendBedrag></m:Prestatie>
            """))}</m:Prestaties></m:Client>
            """))}</m:Clienten></m:Declaratie>
            """);
    }

    /// <summary>A JW325 that grants a JW323 with one prestatie in full, or refuses the declaratie as a whole.</summary>
    public string Declaratieantwoord(string declaratie, bool afgewezen = false)
    {
        var dagtekening = Datum().Match(declaratie).Groups[1].Value;
        var xml = Heen("jw325", "491", vanGemeente: true, DateOnly.Parse(dagtekening, CultureInfo.InvariantCulture), $"""
            <m:DeclaratieAntwoord><m:DeclaratieNummer>{Declaratienummer().Match(declaratie).Groups[1].Value}</m:DeclaratieNummer>
            <m:TotaalIngediendBedrag><i:TotaalBedrag>109800</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></m:TotaalIngediendBedrag>
            <m:TotaalToegekendBedrag><i:TotaalBedrag>{(afgewezen ? 0 : 109800)}</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></m:TotaalToegekendBedrag>
            <m:RetourCodes><m:RetourCode>{(afgewezen ? "9333" : "8001")}</m:RetourCode></m:RetourCodes></m:DeclaratieAntwoord>
            """);
        return xml.Replace("</m:Header>", $"""
            <m:DeclaratieIdentificatie><i:Identificatie>{Nummer().Match(declaratie).Groups[1].Value}</i:Identificatie>
            <i:Dagtekening>{dagtekening}</i:Dagtekening></m:DeclaratieIdentificatie>
            <m:XsdVersieDeclaratie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersieDeclaratie>
            <m:RetourCodes><m:RetourCode>0200</m:RetourCode></m:RetourCodes></m:Header>
            """, StringComparison.Ordinal);
    }

    /// <summary>The retour on a heenbericht of this chain: only a Header, without codes, or with 0001.</summary>
    public static string Retour(string heen, bool afgewezen = false)
    {
        var (soort, code) = Soort().Match(heen).Groups[1].Value switch
        {
            "jw301" => ("jw302", "437"),
            "jw305" => ("jw306", "439"),
            "jw307" => ("jw308", "441"),
            "jw315" => ("jw316", "447"),
            "jw317" => ("jw318", "487"),
            "jw319" => ("jw320", "489"),
            var ander => throw new InvalidOperationException($"{ander} has no retour."),
        };
        var kop = heen[..heen.IndexOf("</m:Header>", StringComparison.Ordinal)];
        return Code().Replace(Soort().Replace(kop, $"/{soort}/schema"), $"<m:BerichtCode>{code}<") + $"""
            <m:IdentificatieRetour>{Voorbeelden.Nieuw()}</m:IdentificatieRetour><m:DagtekeningRetour>2026-07-21</m:DagtekeningRetour>
            <m:XsdVersieRetour><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersieRetour>
            {(afgewezen ? "<m:RetourCodes><m:RetourCode>0001</m:RetourCode></m:RetourCodes>" : "")}</m:Header></m:Bericht>
            """;
    }

    private string Persoon => $"""
        <m:Bsn>{bsn}</m:Bsn><m:Geboortedatum><i:Datum>2012-03-04</i:Datum></m:Geboortedatum><m:Geslacht>1</m:Geslacht>
        <m:Naam><i:Geslachtsnaam><i:Achternaam>{Voorbeelden.Naam}</i:Achternaam></i:Geslachtsnaam></m:Naam>
        """;

    private static string Element(string naam, object? waarde) => waarde is null ? "" : $"<m:{naam}>{waarde}</m:{naam}>";

    private static string Tekst(DateOnly dag) => dag.ToString("O", CultureInfo.InvariantCulture);

    private string Heen(string soort, string code, bool vanGemeente, DateOnly dagtekening, string inhoud) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <m:Bericht xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" xmlns:m="http://www.istandaarden.nl/ijw/3_2/{soort}/schema">
        <m:Header><m:BerichtCode>{code}</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>
        <m:Afzender>{(vanGemeente ? gemeente : aanbieder)}</m:Afzender><m:Ontvanger>{(vanGemeente ? aanbieder : gemeente)}</m:Ontvanger>
        <m:BerichtIdentificatie><i:Identificatie>{(identificatie ?? Voorbeelden.Nieuw)()}</i:Identificatie><i:Dagtekening>{Tekst(dagtekening)}</i:Dagtekening></m:BerichtIdentificatie>
        <m:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersie></m:Header>
        {inhoud}</m:Bericht>
        """;

    [GeneratedRegex("(?<=ijw/3_2)/(jw[0-9]+)/schema")]
    private static partial Regex Soort();

    [GeneratedRegex("<m:BerichtCode>[0-9]+<")]
    private static partial Regex Code();

    [GeneratedRegex("<i:Identificatie>([^<]+)<")]
    private static partial Regex Nummer();

    [GeneratedRegex("<i:Dagtekening>([^<]+)<")]
    private static partial Regex Datum();

    [GeneratedRegex("<m:DeclaratieNummer>([^<]+)<")]
    private static partial Regex Declaratienummer();
}

/// <summary>A StartProduct; without a toewijzing it is taakgericht.</summary>
internal sealed record Startregel(int? Toewijzing, DateOnly Begin, bool Verwijdering = false);

/// <summary>A StopProduct; without a toewijzing it is taakgericht.</summary>
internal sealed record Stopregel(int? Toewijzing, DateOnly Begin, DateOnly Eind, bool Tijdelijk = false, bool Verwijdering = false);

/// <summary>A Prestatie; a credit when it names the debet that it takes back.</summary>
internal sealed record Prestatieregel(string Referentie, int Toewijzing, int Uren = 12, string? Vorige = null);
