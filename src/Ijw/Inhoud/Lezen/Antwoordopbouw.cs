using Ijw.Model;

namespace Ijw.Inhoud.Lezen;

/// <summary>Builds a JW319.</summary>
internal sealed class Antwoordopbouw : Opbouw
{
    private Klasse<Antwoord>? _antwoord;
    private Klasse<Woonplaatsbeginsel>? _woonplaats;

    public Antwoordopbouw(Berichtsoort soort)
        : base(soort)
    {
        var klasse = Model("Antwoord");
        var referentie = klasse.Veld("ReferentieAanbieder");
        var antwoord = klasse.Veld("VerzoekAntwoord");
        var gemeente = Model("Woonplaatsbeginsel").Veld("Gemeente");
        var reeks = Reeks(new Klassevorm("Antwoord", "ReferentieAanbieder", "VerzoekAntwoord"));
        var inAntwoord = Reeks(new Klassevorm("Woonplaatsbeginsel", "Gemeente"));
        Op("Woonplaatsbeginsel", record => _woonplaats = new Klasse<Woonplaatsbeginsel>(new Woonplaatsbeginsel(record.Tekst(gemeente)), inAntwoord.Voeg(record)));
        Op("Antwoord", record =>
        {
            _antwoord = new Klasse<Antwoord>(new Antwoord(Identificatie(record, referentie), record.Is(antwoord, "2"u8)), reeks.Voeg(record));
            inAntwoord.Ouder = _antwoord;
        });
    }

    public override Berichtinhoud Maak() => new Antwoordbericht(Header) { Dagtekening = Dagtekening, Antwoord = _antwoord!, Woonplaatsbeginsel = _woonplaats };
}
