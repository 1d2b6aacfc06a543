using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Content.Building;

/// <summary>Reads the clients and prestaties of a JW323 or JW325.</summary>
internal sealed class PrestatieReader
{
    private readonly KlasseShape _prestatieShape = new(
        "Prestaties/Prestatie",
        "ProductReferentie",
        "ProductReferentie/ReferentieNummer",
        "ProductReferentie/VorigReferentieNummer",
        "ToewijzingNummer",
        "ProductCategorie",
        "ProductCode",
        "ProductPeriode",
        "ProductPeriode/Begindatum",
        "ProductPeriode/Einddatum",
        "GeleverdVolume",
        "Eenheid",
        "ProductTarief",
        "IngediendBedrag"
    );

    private readonly Func<string, ClientKey> _key;
    private readonly Func<string, string> _identification;
    private readonly Positions _positions;
    private readonly Codes _codes;
    private readonly Series _clienten;
    private readonly List<Klasse<DeclaratieClient>> _read = [];
    private readonly Field _bsn;
    private readonly Field _reference;
    private readonly Field _previous;
    private readonly Field _number;
    private readonly Field _category;
    private readonly Field _code;
    private readonly PeriodField _period;
    private readonly Field _volume;
    private readonly Field _eenheid;
    private readonly Field _rate;
    private readonly Field _amount;
    private readonly Field _debetCredit;
    private readonly Func<Record, IReadOnlyList<string>>? _retourcodes;
    private List<Klasse<Prestatie>> _prestaties = [];
    private List<IReadOnlyList<string>> _prestatieCodes = [];
    private Series _series;
    private ClientKey? _client;

    public PrestatieReader(
        KlasseModel client,
        KlasseModel prestatie,
        Positions positions,
        Codes codes,
        Func<string, ClientKey> key,
        Func<string, string> identification,
        Func<Record, IReadOnlyList<string>>? retourcodes = null
    )
    {
        _key = key;
        _identification = identification;
        _retourcodes = retourcodes;
        _positions = positions;
        _codes = codes;
        _clienten = new Series(new KlasseShape("Clienten/Client", "Bsn"), positions);
        _series = new Series(_prestatieShape, positions);
        _bsn = client.Field("Bsn");
        _reference = prestatie.Field("ProductReferentie/ReferentieNummer");
        _previous = prestatie.Field("ProductReferentie/VorigReferentieNummer");
        _number = prestatie.Field("ToewijzingNummer");
        _category = prestatie.Field("ProductCategorie");
        _code = prestatie.Field("ProductCode");
        _period = new PeriodField(prestatie, "ProductPeriode");
        _volume = prestatie.Field("GeleverdVolume");
        _eenheid = prestatie.Field("Eenheid");
        _rate = prestatie.Field("ProductTarief");
        _amount = prestatie.Field("IngediendBedrag/Bedrag");
        _debetCredit = prestatie.Field("IngediendBedrag/DebetCredit");
    }

    /// <summary>Takes a prestatie; the client around it is still open, and its BSN known.</summary>
    public void Prestatie(Record record)
    {
        _client ??= _key(record.Parent!.Text(_bsn));
        _prestaties.Add(
            new Klasse<Prestatie>(
                new Prestatie
                {
                    Client = _client.Value,
                    ReferentieNummer = _identification(record.Text(_reference)),
                    VorigReferentieNummer = record.TextOrNull(_previous) is { } previous ? _identification(previous) : null,
                    ToewijzingNummer = record.Int(_number),
                    ProductCategorie = _codes.Read(record, _category),
                    ProductCode = _codes.Read(record, _code),
                    Period = _period.Read(record),
                    GeleverdVolume = record.Int(_volume),
                    Eenheid = _codes.Read(record, _eenheid),
                    ProductTarief = record.IntOfNull(_rate),
                    Amount = record.Int(_amount),
                    IsCredit = record.Is(_debetCredit, "C"u8),
                },
                _series.Add(record)
            )
        );
        if (_retourcodes is not null)
        {
            _prestatieCodes.Add(_retourcodes(record));
        }
    }

    /// <summary>Takes a client, whose prestaties came before.</summary>
    public void Client(Record record)
    {
        var key = _client ?? _key(record.Text(_bsn));
        var client = new Klasse<DeclaratieClient>(
            new DeclaratieClient(key, _prestaties) { PrestatieCodes = _prestatieCodes, Codes = _retourcodes?.Invoke(record) ?? [] },
            _clienten.Add(record)
        );
        _series.Parent = client;
        _read.Add(client);
        _prestaties = [];
        _prestatieCodes = [];
        _series = new Series(_prestatieShape, _positions);
        _client = null;
    }

    /// <summary>All clients, when the class around them has closed.</summary>
    public IReadOnlyList<Klasse<DeclaratieClient>> Close(IKlasse? parent)
    {
        _clienten.Parent = parent;
        return _read;
    }
}
