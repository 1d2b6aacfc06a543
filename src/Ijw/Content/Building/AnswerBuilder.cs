using Ijw.Model;

namespace Ijw.Content.Building;

/// <summary>Builds a JW319.</summary>
internal sealed class AnswerBuilder : Builder
{
    private Klasse<Answer>? _answer;
    private Klasse<Woonplaatsbeginsel>? _woonplaats;

    public AnswerBuilder(Berichtsoort kind)
        : base(kind)
    {
        var klasse = Model("Antwoord");
        var reference = klasse.Field("ReferentieAanbieder");
        var answer = klasse.Field("VerzoekAntwoord");
        var gemeente = Model("Woonplaatsbeginsel").Field("Gemeente");
        var series = Series(new KlasseShape("Antwoord", "ReferentieAanbieder", "VerzoekAntwoord"));
        var inAnswer = Series(new KlasseShape("Woonplaatsbeginsel", "Gemeente"));
        On(
            "Woonplaatsbeginsel",
            record => _woonplaats = new Klasse<Woonplaatsbeginsel>(new Woonplaatsbeginsel(record.Text(gemeente)), inAnswer.Add(record))
        );
        On(
            "Antwoord",
            record =>
            {
                _answer = new Klasse<Answer>(new Answer(Identificatie(record, reference), record.Is(answer, "2"u8)), series.Add(record));
                inAnswer.Parent = _answer;
            }
        );
    }

    public override BerichtContent Make() =>
        new AnswerBericht(HeaderKlasse)
        {
            Dagtekening = Dagtekening,
            Answer = _answer!,
            Woonplaatsbeginsel = _woonplaats,
        };
}
