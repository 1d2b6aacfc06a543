using Hub.Ontvangst;

namespace Hub.Functions.Problems;

/// <summary>Every problem the API can answer with; the types are what callers depend on.</summary>
internal static class KnownProblems
{
    public static Problem NotRegistered { get; } =
        Make(401, "niet-aangemeld", "Niet aangemeld", "Stuur een geldig token mee in de header Authorization (Bearer).");

    public static Problem NoAccess { get; } =
        Make(
            403,
            "geen-toegang",
            "Geen toegang",
            "Deze applicatie mag geen berichten uitwisselen: zij mist de rol of hoort niet bij een deelnemer."
        );

    public static Problem NotOnBehalfOfSender { get; } =
        Make(
            403,
            "niet-namens-verzender",
            "Niet namens deze verzender",
            "U kunt alleen berichten van uzelf sturen: u moet de Afzender zijn of, bij een retourbericht, de Ontvanger."
        );

    public static Problem UnknownAddressee { get; } =
        Make(
            422,
            "onbekende-geadresseerde",
            "Geadresseerde doet niet mee",
            "De partij voor wie dit bericht is, is geen deelnemer van deze regio. Het bericht is niet aangenomen."
        );

    public static Problem NotFound { get; } = Make(404, "niet-gevonden", "Niet gevonden", "Dit adres bestaat niet, of niet voor u.");

    public static Problem WrongMethod { get; } =
        Make(405, "verkeerde-methode", "Methode niet mogelijk", "Op dit adres is deze HTTP-methode niet mogelijk.");

    public static Problem NoXml { get; } =
        Make(415, "geen-xml", "Geen XML", "Stuur het bericht als application/xml of text/xml, in UTF-8.");

    public static Problem UnknownEncoding { get; } =
        Make(415, "onbekende-codering", "Onbekende Content-Encoding", "Stuur het bericht zonder Content-Encoding of met gzip.");

    public static Problem InvalidGzip { get; } =
        Make(
            400,
            "ongeldige-gzip",
            "Geen geldige gzip",
            "De inhoud is geen hele gzip: zij is afgebroken of beschadigd, er staat iets achter, of het is geen gzip. Er is niets bewaard. "
                + "Stuur het bericht opnieuw."
        );

    public static Problem IncorrectVerzoek { get; } =
        Make(400, "onjuist-verzoek", "Onjuist verzoek", "Het verzoek is niet te lezen of brak af.");

    public static Problem TooSlow { get; } =
        Make(
            408,
            "te-traag",
            "Te traag",
            "Het verzoek kwam niet op tijd helemaal binnen. Er is niets bewaard. Stuur hetzelfde verzoek opnieuw."
        );

    public static Problem InvalidCursor { get; } =
        Make(
            400,
            "ongeldige-cursor",
            "Ongeldige cursor",
            "De waarde van 'na' is geen cursor van uw postbus. Laat haar weg om vooraan te beginnen."
        );

    public static Problem OntvangerOnly { get; } =
        Make(403, "alleen-ontvanger", "Alleen voor de ontvanger", "Alleen wie het bericht kreeg, kan vragen om het opnieuw af te leveren.");

    public static Problem NotDelivered { get; } =
        Make(409, "niet-afgeleverd", "Niet afgeleverd", "Dit bericht is (nog) niet afgeleverd en kan dus niet opnieuw worden afgeleverd.");

    public static Problem TooManyVerzoeken { get; } =
        Make(
            429,
            "te-veel-verzoeken",
            "Te veel verzoeken",
            "U stuurt meer verzoeken dan de hub van één deelnemer aanneemt. Wacht het aantal seconden van de header "
                + "Retry-After en stuur hetzelfde verzoek dan opnieuw."
        );

    public static Problem TemporaryNotPossible { get; } =
        Make(
            503,
            "tijdelijk-niet-mogelijk",
            "Tijdelijk niet mogelijk",
            "De hub kan dit nu niet doen. Stuur hetzelfde verzoek later opnieuw; een bericht wordt nooit dubbel aangenomen."
        );

    public static Problem Outage { get; } =
        Make(
            500,
            "storing",
            "Storing",
            "Er ging iets mis in de hub. Stuur hetzelfde verzoek later opnieuw; een bericht wordt nooit dubbel aangenomen."
        );

    public static Problem TooManyWaiting { get; } =
        Make(
            429,
            "te-veel-wachtend",
            "Te veel wachtende verzoeken",
            "Er wachten al genoeg verzoeken van u op uw postbus. Laat er een aflopen, of vraag zonder 'wacht'."
        );

    public static Problem InvalidContinuation { get; } =
        Make(
            400,
            "ongeldig-vervolg",
            "Ongeldig vervolg",
            "De waarde van 'na' is geen 'vervolg' van een eerder antwoord aan u. Laat haar weg om vooraan te beginnen."
        );

    public static Problem InvalidFilter(string name, string shape) =>
        Make(400, "ongeldig-filter", "Ongeldig filter", $"De waarde van '{name}' moet {shape} zijn.");

    public static Problem UnknownParameter(IEnumerable<string> names) =>
        Make(
            400,
            "onbekende-parameter",
            "Onbekende parameter",
            $"Het adres heeft een parameter die hier niet bestaat. Wel mogelijk zijn: {string.Join(", ", names)}."
        );

    public static Problem InvalidWaitTime(int max) =>
        Make(
            400,
            "ongeldige-wachttijd",
            "Ongeldige wachttijd",
            $"De waarde van 'wacht' is een geheel aantal seconden van 0 tot en met {max}."
        );

    public static Problem InvalidCount(int max) =>
        Make(400, "ongeldig-aantal", "Ongeldig aantal", $"De waarde van 'aantal' is een geheel getal van 1 tot en met {max}.");

    public static Problem TooLarge(long maxBytes) =>
        Make(
            413,
            "te-groot",
            "Te groot",
            $"Een bericht is hooguit {maxBytes / (1024 * 1024)} MB XML (uitgepakt). Het bericht is niet aangenomen."
        );

    public static Problem NoBericht(OntvangstOutcome.Refused refused) =>
        Make(
            422,
            "geen-bericht",
            "Geen geldig bericht",
            "Dit is geen geldig iJw-bericht (controleniveau 1); u krijgt er geen retourbericht op. Herstel de "
                + "bevindingen en stuur het opnieuw."
        ) with
        {
            Reference = refused.Reference,
            BevindingCount = refused.BevindingCount,
            Bevindingen = refused.Bevindingen,
        };

    public static Problem TooManyRefused(OntvangstOutcome.TooManyRefused refused) =>
        Make(
            429,
            "te-veel-geweigerd",
            "Te veel geweigerd",
            "Dit is geen geldig iJw-bericht (controleniveau 1), en er is van u vandaag al zo veel geweigerd dat de hub "
                + "dit niet meer bewaart. "
                + "Herstel de oorzaak. Geldige berichten neemt de hub gewoon aan. Hebt u een kenmerk nodig, wacht dan "
                + "het aantal seconden van de header "
                + "Retry-After."
        ) with
        {
            BevindingCount = refused.BevindingCount,
            Bevindingen = refused.Bevindingen,
        };

    private static Problem Make(int status, string type, string title, string explanation) =>
        new()
        {
            Status = status,
            Type = "urn:ijw-hub:probleem:" + type,
            Title = title,
            Detail = explanation,
        };
}
