using Hub.Ontvangst;

namespace Hub.Functions.Problems;

/// <summary>Every problem the API can answer with; the types are what callers depend on.</summary>
internal static class Problemen
{
    public static Probleem NietAangemeld { get; } = Maak(
        401, "niet-aangemeld", "Niet aangemeld", "Stuur een geldig token mee in de header Authorization (Bearer).");

    public static Probleem GeenToegang { get; } = Maak(
        403, "geen-toegang", "Geen toegang", "Deze applicatie mag geen berichten uitwisselen: zij mist de rol of hoort niet bij een deelnemer.");

    public static Probleem NietNamensVerzender { get; } = Maak(
        403, "niet-namens-verzender", "Niet namens deze verzender",
        "U kunt alleen berichten van uzelf sturen: u moet de Afzender zijn of, bij een retourbericht, de Ontvanger.");

    public static Probleem OnbekendeGeadresseerde { get; } = Maak(
        422, "onbekende-geadresseerde", "Geadresseerde doet niet mee",
        "De partij voor wie dit bericht is, is geen deelnemer van deze regio. Het bericht is niet aangenomen.");

    public static Probleem NietGevonden { get; } = Maak(
        404, "niet-gevonden", "Niet gevonden", "Dit adres bestaat niet, of niet voor u.");

    public static Probleem VerkeerdeMethode { get; } = Maak(
        405, "verkeerde-methode", "Methode niet mogelijk", "Op dit adres is deze HTTP-methode niet mogelijk.");

    public static Probleem GeenXml { get; } = Maak(
        415, "geen-xml", "Geen XML", "Stuur het bericht als application/xml of text/xml, in UTF-8.");

    public static Probleem OnbekendeCodering { get; } = Maak(
        415, "onbekende-codering", "Onbekende Content-Encoding", "Stuur het bericht zonder Content-Encoding of met gzip.");

    public static Probleem OngeldigeGzip { get; } = Maak(
        400, "ongeldige-gzip", "Geen geldige gzip",
        "De inhoud is geen hele gzip: zij is afgebroken of beschadigd, er staat iets achter, of het is geen gzip. Er is niets bewaard. "
        + "Stuur het bericht opnieuw.");

    public static Probleem OnjuistVerzoek { get; } = Maak(
        400, "onjuist-verzoek", "Onjuist verzoek", "Het verzoek is niet te lezen of brak af.");

    public static Probleem TeTraag { get; } = Maak(
        408, "te-traag", "Te traag",
        "Het verzoek kwam niet op tijd helemaal binnen. Er is niets bewaard. Stuur hetzelfde verzoek opnieuw.");

    public static Probleem OngeldigeCursor { get; } = Maak(
        400, "ongeldige-cursor", "Ongeldige cursor", "De waarde van 'na' is geen cursor van uw postbus. Laat haar weg om vooraan te beginnen.");

    public static Probleem AlleenOntvanger { get; } = Maak(
        403, "alleen-ontvanger", "Alleen voor de ontvanger", "Alleen wie het bericht kreeg, kan vragen om het opnieuw af te leveren.");

    public static Probleem NietAfgeleverd { get; } = Maak(
        409, "niet-afgeleverd", "Niet afgeleverd", "Dit bericht is (nog) niet afgeleverd en kan dus niet opnieuw worden afgeleverd.");

    public static Probleem TeVeelVerzoeken { get; } = Maak(
        429, "te-veel-verzoeken", "Te veel verzoeken",
        "U stuurt meer verzoeken dan de hub van één deelnemer aanneemt. Wacht het aantal seconden van de header Retry-After en stuur hetzelfde verzoek dan opnieuw.");

    public static Probleem TijdelijkNietMogelijk { get; } = Maak(
        503, "tijdelijk-niet-mogelijk", "Tijdelijk niet mogelijk",
        "De hub kan dit nu niet doen. Stuur hetzelfde verzoek later opnieuw; een bericht wordt nooit dubbel aangenomen.");

    public static Probleem Storing { get; } = Maak(
        500, "storing", "Storing", "Er ging iets mis in de hub. Stuur hetzelfde verzoek later opnieuw; een bericht wordt nooit dubbel aangenomen.");

    public static Probleem TeVeelWachtend { get; } = Maak(
        429, "te-veel-wachtend", "Te veel wachtende verzoeken",
        "Er wachten al genoeg verzoeken van u op uw postbus. Laat er een aflopen, of vraag zonder 'wacht'.");

    public static Probleem OngeldigVervolg { get; } = Maak(
        400, "ongeldig-vervolg", "Ongeldig vervolg", "De waarde van 'na' is geen 'vervolg' van een eerder antwoord aan u. Laat haar weg om vooraan te beginnen.");

    public static Probleem OngeldigFilter(string naam, string vorm) => Maak(
        400, "ongeldig-filter", "Ongeldig filter", $"De waarde van '{naam}' moet {vorm} zijn.");

    public static Probleem OnbekendeParameter(IEnumerable<string> namen) => Maak(
        400, "onbekende-parameter", "Onbekende parameter",
        $"Het adres heeft een parameter die hier niet bestaat. Wel mogelijk zijn: {string.Join(", ", namen)}.");

    public static Probleem OngeldigeWachttijd(int max) => Maak(
        400, "ongeldige-wachttijd", "Ongeldige wachttijd", $"De waarde van 'wacht' is een geheel aantal seconden van 0 tot en met {max}.");

    public static Probleem OngeldigAantal(int max) => Maak(
        400, "ongeldig-aantal", "Ongeldig aantal", $"De waarde van 'aantal' is een geheel getal van 1 tot en met {max}.");

    public static Probleem TeGroot(long maxBytes) => Maak(
        413, "te-groot", "Te groot", $"Een bericht is hooguit {maxBytes / (1024 * 1024)} MB XML (uitgepakt). Het bericht is niet aangenomen.");

    public static Probleem GeenBericht(OntvangstUitkomst.Geweigerd geweigerd) => Maak(
        422, "geen-bericht", "Geen geldig bericht",
        "Dit is geen geldig iJw-bericht (controleniveau 1); u krijgt er geen retourbericht op. Herstel de bevindingen en stuur het opnieuw.") with
    {
        Kenmerk = geweigerd.Kenmerk,
        AantalBevindingen = geweigerd.AantalBevindingen,
        Bevindingen = geweigerd.Bevindingen,
    };

    public static Probleem TooManyRefused(OntvangstUitkomst.TooManyRefused geweigerd) => Maak(
        429, "te-veel-geweigerd", "Te veel geweigerd",
        "Dit is geen geldig iJw-bericht (controleniveau 1), en er is van u vandaag al zo veel geweigerd dat de hub dit niet meer bewaart. "
        + "Herstel de oorzaak. Geldige berichten neemt de hub gewoon aan. Hebt u een kenmerk nodig, wacht dan het aantal seconden van de header "
        + "Retry-After.") with
    {
        AantalBevindingen = geweigerd.AantalBevindingen,
        Bevindingen = geweigerd.Bevindingen,
    };

    private static Probleem Maak(int status, string type, string titel, string uitleg) =>
        new() { Status = status, Type = "urn:ijw-hub:probleem:" + type, Title = titel, Detail = uitleg };
}
