namespace Ijw.Model.Datatypes;

/// <summary>The code lists that the standard's schemas enumerate (codelists.md), with their meaning in Dutch.</summary>
internal static partial class Codelijsten
{
    public static Codelijst DebetCredit { get; } =
        new(
            "COD043",
            "Debet of credit",
            ("C", "Credit: gaat van het totaal af"),
            ("D", "Debet: telt op bij het totaal (ook bij een bedrag van nul)")
        );

    public static Codelijst Geslacht { get; } = new("COD046", "Geslacht", ("0", "Onbekend"), ("1", "Man"), ("2", "Vrouw"));

    public static Codelijst DatumGebruik { get; } =
        new(
            "COD170",
            "Gebruik van een datum",
            ("1", "Dag onbekend, maand en jaar bekend"),
            ("2", "Dag en maand onbekend, jaar bekend"),
            ("3", "Datum helemaal onbekend")
        );

    public static Codelijst YesNo { get; } = new("COD260", "Ja of nee", ("1", "Ja"), ("2", "Nee"));

    public static Codelijst TypeReferrer { get; } =
        new(
            "COD327",
            "Verwijzer",
            ("01", "Gemeente"),
            ("02", "Huisarts"),
            ("03", "Jeugdarts"),
            ("04", "Gecertificeerde instelling"),
            ("05", "Medisch specialist"),
            ("06", "Zelfverwijzer of geen verwijzer"),
            ("08", "Rechter, officier van justitie of functionaris van een justitiële jeugdinrichting")
        );

    public static Codelijst StatusAanlevering { get; } =
        new(
            "COD467",
            "Status aanlevering",
            ("1", "Nieuw"),
            ("2", "Gewijzigd (niet meer in gebruik)"),
            ("3", "Verwijderen"),
            ("9", "Niet van toepassing (niet in gebruik)")
        );

    public static Codelijst KindRelatie { get; } =
        new(
            "COD472",
            "Soort relatie",
            ("03", "Curator"),
            ("04", "Financieel gemachtigde"),
            ("05", "Financiële toetsing"),
            ("06", "Leefeenheid"),
            ("07", "Hulpverlener"),
            ("08", "Specialist"),
            ("09", "Overig"),
            ("10", "Ouder"),
            ("11", "Voogd"),
            ("12", "Partner of echtgenoot"),
            ("13", "Pleegouder"),
            ("14", "Bewindvoerder"),
            ("15", "Mentor"),
            ("16", "Zoon of dochter"),
            ("17", "Familielid"),
            ("18", "Gezinslid of huisgenoot"),
            ("19", "Buur"),
            ("20", "Vriend of kennis"),
            ("21", "Cliëntondersteuner"),
            ("22", "Huisarts"),
            ("23", "Erven van"),
            ("24", "Werkgever"),
            ("25", "Wijkcoach")
        );

    public static Codelijst NaamGebruik { get; } =
        new(
            "COD700",
            "Naamgebruik",
            ("1", "Eigen naam"),
            ("2", "Naam van de partner of andere naam"),
            ("3", "Naam van de partner, dan eigen naam"),
            ("4", "Eigen naam, dan naam van de partner"),
            ("5", "Pseudoniem (in iJw niet bruikbaar)"),
            ("6", "Naam van een organisatie (alleen bij een relatie)")
        );

    public static Codelijst Communicatievorm { get; } =
        new("COD747", "Communicatievorm", ("1", "Tolk taal"), ("2", "Doventolk"), ("3", "Tolk voor doofblinden"));

    public static Codelijst AddressKind { get; } =
        new(
            "COD757",
            "Soort adres",
            ("01", "Adres volgens de BRP"),
            ("02", "Correspondentieadres"),
            ("03", "Verblijfadres"),
            ("04", "Tijdelijk verblijfadres")
        );

    public static Codelijst RedenWijziging { get; } =
        new(
            "JZ002",
            "Reden wijziging toewijzing",
            ("01", "Administratieve correctie, oude vorm (niet meer in gebruik)"),
            ("02", "Cliënt is overleden"),
            ("03", "Contract is gewijzigd"),
            ("04", "Herindicatie: langer"),
            ("05", "Herindicatie: korter of anders"),
            ("06", "Cliënt gaat over naar een ander domein (Wmo, Zvw of Wlz)"),
            ("07", "Cliënt is verhuisd naar een andere gemeente"),
            ("08", "Cliënt gaat over op een pgb"),
            ("09", "Cliënt gaat naar een andere aanbieder"),
            ("10", "Andere wijze van bekostigen"),
            ("11", "Gemeentelijke herindeling"),
            ("12", "Wijziging op initiatief van de aanbieder"),
            ("13", "Verwijderd: de toewijzing geldt als nooit gestuurd"),
            ("14", "Administratieve correctie")
        );

    public static Codelijst RedenBeeindiging { get; } =
        new(
            "JZ588",
            "Reden beëindiging",
            ("02", "Overlijden"),
            ("20", "Tijdelijk gestopt"),
            ("31", "Volgens plan beëindigd"),
            ("32", "Voortijdig beëindigd door de cliënt"),
            ("33", "Voortijdig beëindigd door de aanbieder"),
            ("34", "Voortijdig beëindigd in overleg"),
            ("35", "Voortijdig beëindigd door omstandigheden van buiten"),
            ("36", "Beëindigd op initiatief van de gemeente"),
            ("37", "Beëindigd vanwege een verzoek om wijziging"),
            ("38", "Overgegaan naar een andere aanbieder"),
            ("39", "Overgegaan naar een ander domein")
        );

    public static Codelijst AanduidingWoonadres { get; } =
        new("NUM061", "Aanduiding woonadres", ("AB", "Aan boord"), ("BY", "Bij"), ("TO", "Tegenover"), ("WW", "Woonwagen"));

    public static Codelijst WettelijkeVertegenwoordiging { get; } =
        new(
            "WJ003",
            "Wettelijke vertegenwoordiging",
            ("06", "Voogdij"),
            ("07", "Bewindvoering"),
            ("08", "Mentorschap"),
            ("09", "Curatele"),
            ("10", "Zaakwaarneming")
        );

    public static Codelijst JuridischeStatus { get; } =
        new(
            "WJ232",
            "Juridische status",
            ("01", "Rechterlijke machtiging, voorlopig of voortgezet"),
            ("02", "Rechterlijke machtiging op eigen verzoek"),
            ("03", "Rechterlijke machtiging met voorwaardelijk ontslag"),
            ("04", "Ondertoezichtstelling"),
            ("05", "Inbewaringstelling"),
            ("11", "Strafrechtelijk: tbs"),
            ("12", "Strafrechtelijk: overig")
        );

    public static Codelijst Eenheid { get; } =
        new(
            "WJ756",
            "Eenheid",
            ("01", "Minuut"),
            ("04", "Uur"),
            ("14", "Etmaal"),
            ("16", "Dagdeel"),
            ("82", "Stuks (outputgericht)"),
            ("83", "Euro, in centen (outputgericht)"),
            ("84", "Stuks (inspanningsgericht)")
        );

    public static Codelijst Frequentie { get; } =
        new("WMO757", "Frequentie", ("1", "Per dag"), ("2", "Per week"), ("4", "Per maand"), ("6", "Totaal binnen de toewijzing"));

    public static Codelijst RedenVerzoek { get; } =
        new("WJ758", "Reden verzoek", ("1", "Situatie van de cliënt is veranderd"), ("2", "Hulpverleningsplan is veranderd"));

    public static Codelijst RedenAfwijzingVerzoek { get; } =
        new(
            "WJ759",
            "Reden afwijzing verzoek",
            ("1", "Geen wijziging maar een nieuwe aanvraag"),
            ("2", "Past niet binnen het budget"),
            ("3", "Geen contract"),
            ("4", "Past niet binnen het contract"),
            ("5", "Andere gemeente (anders dan door het woonplaatsbeginsel)"),
            ("6", "Stapeling van hulp"),
            ("7", "Op inhoud afgewezen"),
            ("8", "Woonplaatsbeginsel: een andere gemeente is verantwoordelijk"),
            ("9", "Leeftijdsgrens bereikt")
        );

    public static Codelijst VerzoekAntwoord { get; } = new("WJ760", "Antwoord op een verzoek", ("1", "Afgewezen"), ("2", "In onderzoek"));

    public static Codelijst ProductCategorie { get; } =
        new(
            "JZ020",
            "Productcategorie",
            ("31", "Zonder verblijf: door het wijkteam (indeling 2015)"),
            ("32", "Zonder verblijf: ambulant bij de aanbieder (indeling 2015)"),
            ("33", "Zonder verblijf: daghulp bij de aanbieder (indeling 2015)"),
            ("34", "Zonder verblijf: in het netwerk van de jeugdige (indeling 2015)"),
            ("35", "Met verblijf: pleegzorg (indeling 2015)"),
            ("36", "Met verblijf: gezinsgericht (indeling 2015)"),
            ("37", "Met verblijf: gesloten plaatsing (indeling 2015)"),
            ("38", "Met verblijf: overig residentieel (indeling 2015)"),
            ("40", "Persoonlijke verzorging"),
            ("41", "Dagbehandeling"),
            ("42", "Vervoer"),
            ("43", "Verblijf inclusief behandeling"),
            ("44", "Verblijf exclusief behandeling"),
            ("45", "Ambulante jeugdhulp"),
            ("46", "Crisishulp"),
            ("47", "Jeugdreclassering"),
            ("48", "Jeugdbescherming"),
            ("49", "Preventief justitieel kader"),
            ("50", "Maatwerkarrangementen jeugd"),
            ("51", "Generalistische basis-ggz"),
            ("52", "Specialistische ggz"),
            ("53", "Kindergeneeskunde"),
            ("54", "Jeugd-ggz"),
            ("55", "Landelijk ingekochte zorg (LTA)")
        );
}
