using Ijw.Model;

namespace Ijw.Content.Building;

/// <summary>Builds a JW325.</summary>
internal sealed class DeclaratieAnswerBuilder : Builder
{
    private readonly PrestatieReader _reader;
    private IReadOnlyList<string> _headercodes = [];
    private DeclaratieReference? _reference;
    private Klasse<DeclaratieAntwoord>? _answer;

    public DeclaratieAnswerBuilder(Berichtsoort kind, Func<string, ClientKey> key)
        : base(
            kind,
            "DeclaratieIdentificatie",
            "DeclaratieIdentificatie/Identificatie",
            "DeclaratieIdentificatie/Dagtekening",
            "XsdVersieDeclaratie"
        )
    {
        _reader = new PrestatieReader(
            Model("Client"),
            Model("Prestatie"),
            Positions,
            Codes,
            key,
            text => Identification(text),
            record => [.. Retourcodes(record)]
        );
        FollowHeader();
        var number = Model("DeclaratieAntwoord").Field("DeclaratieNummer");
        var series = Series(new KlasseShape("DeclaratieAntwoord", "DeclaratieNummer"));
        On("Prestatie", _reader.Prestatie);
        On("Client", _reader.Client);
        On(
            "DeclaratieAntwoord",
            record =>
                _answer = new Klasse<DeclaratieAntwoord>(
                    new DeclaratieAntwoord(Identificatie(record, number), [.. Retourcodes(record)]),
                    series.Add(record)
                )
        );
    }

    public override BerichtContent Make() =>
        new DeclaratieAnswerBericht(HeaderKlasse)
        {
            Dagtekening = Dagtekening,
            Reference = _reference!,
            Headercodes = _headercodes,
            Answer = _answer,
            Clienten = _reader.Close(_answer),
        };

    private void FollowHeader()
    {
        var klasse = Model("Header");
        var identificatie = klasse.Field("DeclaratieIdentificatie/Identificatie");
        var dagtekening = klasse.Field("DeclaratieIdentificatie/Dagtekening");
        var basis = klasse.Field("XsdVersieDeclaratie/BasisschemaXsdVersie");
        var bericht = klasse.Field("XsdVersieDeclaratie/BerichtXsdVersie");
        On(
            "Header",
            record =>
            {
                _headercodes = [.. Retourcodes(record)];
                _reference = new DeclaratieReference(
                    Identificatie(record, identificatie),
                    record.Date(dagtekening),
                    Identificatie(record, basis),
                    Identificatie(record, bericht)
                );
            }
        );
    }
}
