using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Inhoud.Lezen;

/// <summary>Reads the clients and prestaties of a JW323 or JW325.</summary>
internal sealed class Prestatielezer
{
    private readonly Klassevorm _prestatievorm = new(
        "Prestaties/Prestatie",
        "ProductReferentie", "ProductReferentie/ReferentieNummer", "ProductReferentie/VorigReferentieNummer", "ToewijzingNummer", "ProductCategorie", "ProductCode",
        "ProductPeriode", "ProductPeriode/Begindatum", "ProductPeriode/Einddatum", "GeleverdVolume", "Eenheid", "ProductTarief", "IngediendBedrag");

    private readonly Func<string, Clientsleutel> _sleutel;
    private readonly Func<string, string> _identification;
    private readonly Posities _posities;
    private readonly Codes _codes;
    private readonly Reeks _clienten;
    private readonly List<Klasse<DeclaratieClient>> _gelezen = [];
    private readonly Veld _bsn;
    private readonly Veld _referentie;
    private readonly Veld _vorige;
    private readonly Veld _nummer;
    private readonly Veld _categorie;
    private readonly Veld _code;
    private readonly Periodeveld _periode;
    private readonly Veld _volume;
    private readonly Veld _eenheid;
    private readonly Veld _tarief;
    private readonly Veld _bedrag;
    private readonly Veld _debetCredit;
    private List<Klasse<Prestatie>> _prestaties = [];
    private Reeks _reeks;
    private Clientsleutel? _client;

    public Prestatielezer(
        Klassemodel client, Klassemodel prestatie, Posities posities, Codes codes, Func<string, Clientsleutel> sleutel, Func<string, string> identification)
    {
        _sleutel = sleutel;
        _identification = identification;
        _posities = posities;
        _codes = codes;
        _clienten = new Reeks(new Klassevorm("Clienten/Client", "Bsn"), posities);
        _reeks = new Reeks(_prestatievorm, posities);
        _bsn = client.Veld("Bsn");
        _referentie = prestatie.Veld("ProductReferentie/ReferentieNummer");
        _vorige = prestatie.Veld("ProductReferentie/VorigReferentieNummer");
        _nummer = prestatie.Veld("ToewijzingNummer");
        _categorie = prestatie.Veld("ProductCategorie");
        _code = prestatie.Veld("ProductCode");
        _periode = new Periodeveld(prestatie, "ProductPeriode");
        _volume = prestatie.Veld("GeleverdVolume");
        _eenheid = prestatie.Veld("Eenheid");
        _tarief = prestatie.Veld("ProductTarief");
        _bedrag = prestatie.Veld("IngediendBedrag/Bedrag");
        _debetCredit = prestatie.Veld("IngediendBedrag/DebetCredit");
    }

    /// <summary>Takes a prestatie; the client around it is still open, and its BSN known.</summary>
    public void Prestatie(Record record)
    {
        _client ??= _sleutel(record.Ouder!.Tekst(_bsn));
        _prestaties.Add(new Klasse<Prestatie>(
            new Prestatie
            {
                Client = _client.Value,
                ReferentieNummer = _identification(record.Tekst(_referentie)),
                VorigReferentieNummer = record.TekstOfNull(_vorige) is { } vorige ? _identification(vorige) : null,
                ToewijzingNummer = record.Int(_nummer),
                ProductCategorie = _codes.Lees(record, _categorie),
                ProductCode = _codes.Lees(record, _code),
                Periode = _periode.Lees(record),
                GeleverdVolume = record.Int(_volume),
                Eenheid = _codes.Lees(record, _eenheid),
                ProductTarief = record.IntOfNull(_tarief),
                Bedrag = record.Int(_bedrag),
                IsCredit = record.Is(_debetCredit, "C"u8),
            },
            _reeks.Voeg(record)));
    }

    /// <summary>Takes a client, whose prestaties came before.</summary>
    public void Client(Record record)
    {
        var sleutel = _client ?? _sleutel(record.Tekst(_bsn));
        var client = new Klasse<DeclaratieClient>(new DeclaratieClient(sleutel, _prestaties), _clienten.Voeg(record));
        _reeks.Ouder = client;
        _gelezen.Add(client);
        _prestaties = [];
        _reeks = new Reeks(_prestatievorm, _posities);
        _client = null;
    }

    /// <summary>All clients, when the class around them has closed.</summary>
    public IReadOnlyList<Klasse<DeclaratieClient>> Sluit(IKlasse? ouder)
    {
        _clienten.Ouder = ouder;
        return _gelezen;
    }
}
