using Ijw.Model;
using Ijw.Reading;
using Ijw.Writing;

namespace Ijw.Inhoud.Lezen;

/// <summary>Builds a JW323.</summary>
internal sealed class Declaratieopbouw : Opbouw
{
    private readonly Prestatielezer _lezer;
    private Klasse<Declaratie>? _declaratie;

    public Declaratieopbouw(Berichtsoort soort, Func<string, Clientsleutel> sleutel)
        : base(soort)
    {
        _lezer = new Prestatielezer(Model("Client"), Model("Prestatie"), Posities, Codes, sleutel, tekst => Identification(tekst));
        var klasse = Model("Declaratie");
        var nummer = klasse.Veld("DeclaratieNummer");
        var periode = new Periodeveld(klasse, "DeclaratiePeriode");
        var totaal = klasse.Bedrag("TotaalIngediendBedrag", "TotaalBedrag");
        var reeks = Reeks(new Klassevorm("Declaratie", "DeclaratieNummer", "DeclaratiePeriode"));
        Op("Prestatie", _lezer.Prestatie);
        Op("Client", _lezer.Client);
        Op("Declaratie", record => _declaratie = new Klasse<Declaratie>(
            new Declaratie { DeclaratieNummer = Identificatie(record, nummer), Periode = periode.Lees(record), TotaalIngediend = totaal(record) },
            reeks.Voeg(record)));
    }

    public override Berichtinhoud Maak() => new Declaratiebericht(Header)
    {
        Dagtekening = Dagtekening,
        Declaratie = _declaratie!,
        Clienten = _lezer.Sluit(_declaratie),
    };
}
