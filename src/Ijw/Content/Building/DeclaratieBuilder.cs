using Ijw.Model;
using Ijw.Reading;
using Ijw.Writing;

namespace Ijw.Content.Building;

/// <summary>Builds a JW323.</summary>
internal sealed class DeclaratieBuilder : Builder
{
    private readonly PrestatieReader _reader;
    private Klasse<Declaratie>? _declaratie;

    public DeclaratieBuilder(Berichtsoort kind, Func<string, ClientKey> key)
        : base(kind)
    {
        _reader = new PrestatieReader(Model("Client"), Model("Prestatie"), Positions, Codes, key, text => Identification(text));
        var klasse = Model("Declaratie");
        var number = klasse.Field("DeclaratieNummer");
        var period = new PeriodField(klasse, "DeclaratiePeriode");
        var total = klasse.Amount("TotaalIngediendBedrag", "TotaalBedrag");
        var series = Series(new KlasseShape("Declaratie", "DeclaratieNummer", "DeclaratiePeriode"));
        On("Prestatie", _reader.Prestatie);
        On("Client", _reader.Client);
        On(
            "Declaratie",
            record =>
                _declaratie = new Klasse<Declaratie>(
                    new Declaratie
                    {
                        DeclaratieNummer = Identificatie(record, number),
                        Period = period.Read(record),
                        TotalSubmitted = total(record),
                    },
                    series.Add(record)
                )
        );
    }

    public override BerichtContent Make() =>
        new DeclaratieBericht(HeaderKlasse)
        {
            Dagtekening = Dagtekening,
            Declaratie = _declaratie!,
            Clienten = _reader.Close(_declaratie),
        };
}
