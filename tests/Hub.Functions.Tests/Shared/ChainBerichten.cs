using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Functions.Tests.Shared;

/// <summary>
/// Berichten of one chain between a gemeente and an aanbieder about one client, each without a fault; dates and references are the test's.
/// </summary>
internal sealed partial class ChainBerichten(
    string gemeente,
    string aanbieder,
    string bsn = HubSamples.Bsn,
    Func<string>? identificatie = null
)
{
    private const int Rate = 9150;

    private const string Omvang = "<i:Volume>4</i:Volume><i:Eenheid>04</i:Eenheid><i:Frequentie>2</i:Frequentie>";

    public string Gemeente => gemeente;

    public string Aanbieder => aanbieder;

    /// <summary>A JW315 with a product per reference.</summary>
    public string VerzoekToToewijzing(DateOnly dagtekening, params string[] references) =>
        Heen(
            "jw315",
            "446",
            ofGemeente: false,
            dagtekening,
            $"""
        <m:Client>{Person}<m:AangevraagdeProducten>{string.Concat(references.Select((reference, number) => $"""
        <m:AangevraagdProduct><m:ReferentieAanbieder>{reference}</m:ReferentieAanbieder>
        <m:Product><i:Categorie>45</i:Categorie><i:Code>45A0{number}</i:Code></m:Product>
        <m:ToewijzingIngangsdatum>2026-01-01</m:ToewijzingIngangsdatum><m:ToewijzingEinddatum>2026-06-30</m:ToewijzingEinddatum>
        <m:Omvang>{Omvang}</m:Omvang>
        <m:Verwijzer><i:Type>02</i:Type><i:Naam>Huisartsenpraktijk</i:Naam></m:Verwijzer></m:AangevraagdProduct>
        """))}</m:AangevraagdeProducten></m:Client>
        """
        );

    /// <summary>A JW317 that asks for another end of a toewijzing, and for another volume.</summary>
    public string VerzoekToWijziging(DateOnly dagtekening, string reference) =>
        VerzoekToWijziging(dagtekening, reference, 1, $"<m:Omvang>{Omvang}</m:Omvang>");

    /// <summary>A JW317 that asks for another end of a toewijzing, and for nothing else unless <paramref name="omvang"/> does.</summary>
    public string VerzoekToWijziging(DateOnly dagtekening, string reference, int number, string omvang = "") =>
        Heen(
            "jw317",
            "486",
            ofGemeente: false,
            dagtekening,
            $"""
            <m:Client><m:Bsn>{bsn}</m:Bsn><m:Verzoek>
            <m:ReferentieAanbieder>{reference}</m:ReferentieAanbieder><m:RedenVerzoek>1</m:RedenVerzoek>
            <m:TeWijzigenProducten><m:TeWijzigenProduct><m:ToewijzingNummer>{number}</m:ToewijzingNummer>
            <m:GewensteIngangsdatum>{Text(dagtekening.AddDays(30))}</m:GewensteIngangsdatum>
            <m:Einddatum>{Text(
                dagtekening.AddDays(300)
            )}</m:Einddatum>{omvang}</m:TeWijzigenProduct></m:TeWijzigenProducten></m:Verzoek></m:Client>
            """
        );

    /// <summary>A JW319: in onderzoek, or a refusal; with <paramref name="woonplaats"/> because another gemeente is responsible.</summary>
    public string Answer(DateOnly dagtekening, string reference, bool inInvestigation, string? woonplaats = null) =>
        Heen(
            "jw319",
            "488",
            ofGemeente: true,
            dagtekening,
            $"""
            <m:Antwoord><m:ReferentieAanbieder>{reference}</m:ReferentieAanbieder>
            <m:VerzoekAntwoord>{(inInvestigation ? 2 : 1)}</m:VerzoekAntwoord>{Element(
                "RedenAfwijzingVerzoek",
                inInvestigation ? null
                    : woonplaats is null ? "4"
                    : "8"
            )}
            {(woonplaats is null ? "" : $"<m:Woonplaatsbeginsel><m:Gemeente>{woonplaats}</m:Gemeente></m:Woonplaatsbeginsel>")}</m:Antwoord>
            """
        );

    /// <summary>A JW301 with one product.</summary>
    public string Toewijzing(
        DateOnly dagtekening,
        int number,
        DateOnly start,
        DateOnly? end,
        string? reference = null,
        string? reason = null,
        TimeOnly time = default
    )
    {
        var contact =
            "<m:Contactgegevens><m:Contact><m:Soort>01</m:Soort><m:Adres><i:Huis><i:Huisnummer>12</i:Huisnummer>"
            + "</i:Huis><i:Postcode>2611AA</i:Postcode>"
            + "<i:Straatnaam>Voorbeeldstraat</i:Straatnaam><i:Plaatsnaam>Delft</i:Plaatsnaam><i:LandCode>NL</i:LandCode>"
            + "</m:Adres></m:Contact></m:Contactgegevens>";
        return Heen(
            "jw301",
            "436",
            ofGemeente: true,
            dagtekening,
            $"""
            <m:Client>{Person.Replace("</m:Naam>", "<i:NaamGebruik>1</i:NaamGebruik></m:Naam>", StringComparison.Ordinal)}{contact}
            <m:ToegewezenProducten><m:ToegewezenProduct><m:ToewijzingNummer>{number}</m:ToewijzingNummer>{Element(
                "ReferentieAanbieder",
                reference
            )}
            <m:Product><i:Categorie>45</i:Categorie></m:Product><m:Toewijzingsdatum>{Text(dagtekening)}</m:Toewijzingsdatum>
            <m:Toewijzingstijd>{time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}</m:Toewijzingstijd><m:Ingangsdatum>{Text(
                start
            )}</m:Ingangsdatum>
            {Element("Einddatum", end is { } day ? Text(day) : null)}{Element(
                "RedenWijziging",
                reason
            )}</m:ToegewezenProduct></m:ToegewezenProducten></m:Client>
            """
        );
    }

    /// <summary>A JW305 with one product.</summary>
    public string Start(DateOnly dagtekening, int number, DateOnly begin, bool removal = false) =>
        Start(dagtekening, new StartLine(number, begin, removal));

    /// <summary>A JW305.</summary>
    public string Start(DateOnly dagtekening, params StartLine[] rules) =>
        Heen(
            "jw305",
            "438",
            ofGemeente: false,
            dagtekening,
            $"""
        <m:Client>{Person}<m:StartProducten>{string.Concat(rules.Select(rule => $"""
        <m:StartProduct>{Element("ToewijzingNummer", rule.Toewijzing)}<m:Product><i:Categorie>45</i:Categorie></m:Product>
        <m:Begindatum>{Text(rule.Begin)}</m:Begindatum><m:StatusAanlevering>{(rule.Removal ? 3 : 1)}</m:StatusAanlevering></m:StartProduct>
        """))}</m:StartProducten></m:Client>
        """
        );

    /// <summary>A JW307 with one product.</summary>
    public string Stop(DateOnly dagtekening, int number, DateOnly begin, DateOnly end, bool temporary = false) =>
        Stop(dagtekening, new StopLine(number, begin, end, temporary));

    /// <summary>A JW307.</summary>
    public string Stop(DateOnly dagtekening, params StopLine[] rules) =>
        Heen(
            "jw307",
            "440",
            ofGemeente: false,
            dagtekening,
            $"""
        <m:Client>{Person}<m:StopProducten>{string.Concat(rules.Select(rule => $"""
        <m:StopProduct>{Element("ToewijzingNummer", rule.Toewijzing)}<m:Product><i:Categorie>45</i:Categorie></m:Product>
        <m:Begindatum>{Text(rule.Begin)}</m:Begindatum><m:RedenBeeindiging>{(rule.Temporary ? "20" : "31")}</m:RedenBeeindiging>
        <m:Einddatum>{Text(rule.End)}</m:Einddatum><m:StatusAanlevering>{(rule.Removal ? 3 : 1)}</m:StatusAanlevering></m:StopProduct>
        """))}</m:StopProducten></m:Client>
        """
        );

    /// <summary>A JW323 with one prestatie over the month of <paramref name="day"/>, dated on its last day.</summary>
    public string Declaratie(DateOnly day, string number, int toewijzing, string reference) =>
        Declaratie(day, number, new PrestatieLine(reference, toewijzing));

    /// <summary>A JW323 with prestaties over the month of <paramref name="day"/>, dated on its last day.</summary>
    public string Declaratie(DateOnly day, string number, params PrestatieLine[] rules) => Declaratie(day, number, [(bsn, rules)]);

    /// <summary>A JW323 with prestaties of several clients over the month of <paramref name="day"/>, dated on its last day.</summary>
    public string Declaratie(
        DateOnly day,
        string number,
        IReadOnlyCollection<(string Bsn, IReadOnlyCollection<PrestatieLine> Rules)> clienten
    )
    {
        var begin = new DateOnly(day.Year, day.Month, 1);
        var end = begin.AddMonths(1).AddDays(-1);
        var total = clienten.SelectMany(client => client.Rules).Sum(rule => (long)rule.Hours * Rate * (rule.Previous is null ? 1 : -1));
        return Heen(
            "jw323",
            "490",
            ofGemeente: false,
            end,
            $"""
            <m:Declaratie><m:DeclaratieNummer>{number}</m:DeclaratieNummer>
            <m:DeclaratiePeriode><i:Begindatum>{Text(begin)}</i:Begindatum><i:Einddatum>{Text(end)}</i:Einddatum></m:DeclaratiePeriode>
            <m:DeclaratieDagtekening>{Text(end)}</m:DeclaratieDagtekening>
            <m:TotaalIngediendBedrag><i:TotaalBedrag>{Math.Abs(total)}</i:TotaalBedrag>
            <i:DebetCredit>{(total < 0 ? 'C' : 'D')}</i:DebetCredit></m:TotaalIngediendBedrag>
            <m:Clienten>{string.Concat(clienten.Select(client => $"""
            <m:Client><m:Bsn>{client.Bsn}</m:Bsn><m:Prestaties>{string.Concat(client.Rules.Select(rule => $"""
            <m:Prestatie><m:ProductReferentie><i:ReferentieNummer>{rule.Reference}</i:ReferentieNummer>
            {(rule.Previous is null ? "" : $"<i:VorigReferentieNummer>{rule.Previous}</i:VorigReferentieNummer>")}</m:ProductReferentie>
            <m:ToewijzingNummer>{rule.Toewijzing}</m:ToewijzingNummer><m:ProductCategorie>45</m:ProductCategorie>
            <m:ProductCode>45A04</m:ProductCode>
            <m:ProductPeriode><i:Begindatum>{Text(begin)}</i:Begindatum><i:Einddatum>{Text(end)}</i:Einddatum></m:ProductPeriode>
            <m:GeleverdVolume>{rule.Hours}</m:GeleverdVolume><m:Eenheid>04</m:Eenheid><m:ProductTarief>{Rate}</m:ProductTarief>
            <m:IngediendBedrag><i:Bedrag>{rule.Hours * Rate}</i:Bedrag>
            <i:DebetCredit>{(rule.Previous is null ? 'D' : 'C')}</i:DebetCredit></m:IngediendBedrag></m:Prestatie>
            """))}</m:Prestaties></m:Client>
            """))}</m:Clienten></m:Declaratie>
            """
        );
    }

    /// <summary>A JW325 that grants a JW323 with one prestatie in full, or refuses the declaratie as a whole.</summary>
    public string DeclaratieAnswer(string declaratie, bool refused = false)
    {
        var dagtekening = Date().Match(declaratie).Groups[1].Value;
        var xml = Heen(
            "jw325",
            "491",
            ofGemeente: true,
            DateOnly.Parse(dagtekening, CultureInfo.InvariantCulture),
            $"""
            <m:DeclaratieAntwoord><m:DeclaratieNummer>{Declaratienummer().Match(declaratie).Groups[1].Value}</m:DeclaratieNummer>
            <m:TotaalIngediendBedrag><i:TotaalBedrag>109800</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></m:TotaalIngediendBedrag>
            <m:TotaalToegekendBedrag><i:TotaalBedrag>{(
                refused ? 0 : 109800
            )}</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></m:TotaalToegekendBedrag>
            <m:RetourCodes><m:RetourCode>{(refused ? "9333" : "8001")}</m:RetourCode></m:RetourCodes></m:DeclaratieAntwoord>
            """
        );
        return xml.Replace(
            "</m:Header>",
            $"""
            <m:DeclaratieIdentificatie><i:Identificatie>{Number().Match(declaratie).Groups[1].Value}</i:Identificatie>
            <i:Dagtekening>{dagtekening}</i:Dagtekening></m:DeclaratieIdentificatie>
            <m:XsdVersieDeclaratie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>
            <i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersieDeclaratie>
            <m:RetourCodes><m:RetourCode>0200</m:RetourCode></m:RetourCodes></m:Header>
            """,
            StringComparison.Ordinal
        );
    }

    /// <summary>The retour on a heenbericht of this chain: only a Header, without codes, or with 0001.</summary>
    public static string Retour(string heen, bool refused = false)
    {
        var (kind, code) = Kind().Match(heen).Groups[1].Value switch
        {
            "jw301" => ("jw302", "437"),
            "jw305" => ("jw306", "439"),
            "jw307" => ("jw308", "441"),
            "jw315" => ("jw316", "447"),
            "jw317" => ("jw318", "487"),
            "jw319" => ("jw320", "489"),
            var other => throw new InvalidOperationException($"{other} has no retour."),
        };
        var header = heen[..heen.IndexOf("</m:Header>", StringComparison.Ordinal)];
        return Code().Replace(Kind().Replace(header, $"/{kind}/schema"), $"<m:BerichtCode>{code}<")
            + $"""
                <m:IdentificatieRetour>{HubSamples.New()}</m:IdentificatieRetour><m:DagtekeningRetour>2026-07-21</m:DagtekeningRetour>
                <m:XsdVersieRetour><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>
                <i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersieRetour>
                {(refused ? "<m:RetourCodes><m:RetourCode>0001</m:RetourCode></m:RetourCodes>" : "")}</m:Header></m:Bericht>
                """;
    }

    private string Person =>
        $"""
            <m:Bsn>{bsn}</m:Bsn><m:Geboortedatum><i:Datum>2012-03-04</i:Datum></m:Geboortedatum><m:Geslacht>1</m:Geslacht>
            <m:Naam><i:Geslachtsnaam><i:Achternaam>{HubSamples.Name}</i:Achternaam></i:Geslachtsnaam></m:Naam>
            """;

    private static string Element(string name, object? value) => value is null ? "" : $"<m:{name}>{value}</m:{name}>";

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private string Heen(string kind, string code, bool ofGemeente, DateOnly dagtekening, string content) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <m:Bericht xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
            xmlns:m="http://www.istandaarden.nl/ijw/3_2/{kind}/schema">
            <m:Header><m:BerichtCode>{code}</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>
            <m:Afzender>{(ofGemeente ? gemeente : aanbieder)}</m:Afzender><m:Ontvanger>{(ofGemeente ? aanbieder : gemeente)}</m:Ontvanger>
            <m:BerichtIdentificatie><i:Identificatie>{(identificatie ?? HubSamples.New)()}</i:Identificatie><i:Dagtekening>{Text(
                dagtekening
            )}</i:Dagtekening></m:BerichtIdentificatie>
            <m:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>
            <i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersie></m:Header>
            {content}</m:Bericht>
            """;

    [GeneratedRegex("(?<=ijw/3_2)/(jw[0-9]+)/schema")]
    private static partial Regex Kind();

    [GeneratedRegex("<m:BerichtCode>[0-9]+<")]
    private static partial Regex Code();

    [GeneratedRegex("<i:Identificatie>([^<]+)<")]
    private static partial Regex Number();

    [GeneratedRegex("<i:Dagtekening>([^<]+)<")]
    private static partial Regex Date();

    [GeneratedRegex("<m:DeclaratieNummer>([^<]+)<")]
    private static partial Regex Declaratienummer();
}
