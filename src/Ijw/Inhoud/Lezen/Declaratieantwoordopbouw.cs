using Ijw.Model;

namespace Ijw.Inhoud.Lezen;

/// <summary>Builds a JW325.</summary>
internal sealed class Declaratieantwoordopbouw : Opbouw
{
    private readonly Prestatielezer _lezer;
    private IReadOnlyList<string> _headercodes = [];
    private Declaratieverwijzing? _verwijzing;
    private Klasse<DeclaratieAntwoord>? _antwoord;

    public Declaratieantwoordopbouw(Berichtsoort soort, Func<string, Clientsleutel> sleutel)
        : base(soort, "DeclaratieIdentificatie", "DeclaratieIdentificatie/Identificatie", "DeclaratieIdentificatie/Dagtekening", "XsdVersieDeclaratie")
    {
        _lezer = new Prestatielezer(Model("Client"), Model("Prestatie"), Posities, Codes, sleutel, tekst => Identification(tekst));
        VolgHeader();
        var nummer = Model("DeclaratieAntwoord").Veld("DeclaratieNummer");
        var reeks = Reeks(new Klassevorm("DeclaratieAntwoord", "DeclaratieNummer"));
        Op("Prestatie", _lezer.Prestatie);
        Op("Client", _lezer.Client);
        Op("DeclaratieAntwoord", record =>
            _antwoord = new Klasse<DeclaratieAntwoord>(new DeclaratieAntwoord(Identificatie(record, nummer), [.. Retourcodes(record)]), reeks.Voeg(record)));
    }

    public override Berichtinhoud Maak() => new DeclaratieAntwoordbericht(Header)
    {
        Dagtekening = Dagtekening,
        Verwijzing = _verwijzing!,
        Headercodes = _headercodes,
        Antwoord = _antwoord,
        Clienten = _lezer.Sluit(_antwoord),
    };

    private void VolgHeader()
    {
        var klasse = Model("Header");
        var identificatie = klasse.Veld("DeclaratieIdentificatie/Identificatie");
        var dagtekening = klasse.Veld("DeclaratieIdentificatie/Dagtekening");
        var basis = klasse.Veld("XsdVersieDeclaratie/BasisschemaXsdVersie");
        var bericht = klasse.Veld("XsdVersieDeclaratie/BerichtXsdVersie");
        Op("Header", record =>
        {
            _headercodes = [.. Retourcodes(record)];
            _verwijzing = new Declaratieverwijzing(
                Identificatie(record, identificatie), record.Datum(dagtekening), Identificatie(record, basis), Identificatie(record, bericht));
        });
    }
}
