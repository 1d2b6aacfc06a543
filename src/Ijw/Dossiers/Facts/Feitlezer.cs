using System.Text;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Facts;

/// <summary>Reads the feiten of one block.</summary>
internal ref struct Feitlezer(ReadOnlySpan<byte> bytes, Feitenlezer gedeeld)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly Feitenlezer _gedeeld = gedeeld;
    private int _at;
    private (int Begin, int Lengte)[] _plaatsen = [];
    private string?[] _teksten = [];
    private Herkomst[] _herkomsten = [];

    /// <summary>The feiten, in the order in which they were written.</summary>
    public List<Feit> Lees()
    {
        if (Getal() is var versie && versie != Feitenblok.Versie) throw new InvalidDataException($"Feiten of version {versie} can't be read.");
        _plaatsen = new (int, int)[Aantal()];
        _teksten = new string?[_plaatsen.Length];
        for (var i = 0; i < _plaatsen.Length; i++) _plaatsen[i] = LeesPlaats();
        _herkomsten = new Herkomst[Aantal()];
        for (var i = 0; i < _herkomsten.Length; i++) _herkomsten[i] = _gedeeld.Deel(LeesHerkomst());
        var aantal = Aantal();
        var feiten = new List<Feit>(aantal);
        for (var i = 0; i < aantal; i++) feiten.Add(LeesFeit());
        return _at == _bytes.Length ? feiten : throw Kapot();
    }

    private static InvalidDataException Kapot() => new("The feiten are damaged.");

    private Herkomst LeesHerkomst() => new(
        Tekst(), Code(), Code(), Code(), Moment(), Datum(), Getal() switch { 0 => Feitstaat.Open, 1 => Feitstaat.Aanvaard, _ => throw Kapot() });

    private Feit LeesFeit()
    {
        var soort = (Feitsoort)Int();
        var herkomst = Int() is var index && index < _herkomsten.Length ? _herkomsten[index] : throw Kapot();
        var plaats = Int();
        return soort switch
        {
            Feitsoort.Toewijzingsversie => new Toewijzingsversie(herkomst, plaats, Client(), ToegewezenProduct()),
            Feitsoort.Startmelding => new Startmelding(herkomst, plaats, Client(), Start()),
            Feitsoort.Stopmelding => new Stopmelding(herkomst, plaats, Client(), Stop()),
            Feitsoort.Verzoekmelding => new Verzoekmelding(herkomst, plaats, Client(), Tekst(), Product(), Vlag() ? Periode() : null),
            Feitsoort.Verzoekantwoord => new Verzoekantwoord(herkomst, plaats, new Antwoord(Tekst(), Vlag())),
            Feitsoort.Declaratiemelding => new Declaratiemelding(herkomst, plaats, Tekst(), Code(), Code(), Declaratie()),
            Feitsoort.Prestatiemelding => new Prestatiemelding(herkomst, plaats, Uitslag(), Prestatie()),
            Feitsoort.Referentiegebruik => new Referentiegebruik(herkomst, plaats, Tekst(), Int()),
            Feitsoort.Identificatiegebruik => new Identificatiegebruik(herkomst, plaats, Tekst(), Tekst()),
            Feitsoort.Retourmelding => new Retourmelding(herkomst, plaats, Code(), Tekst(), Tekst(), Vlag()),
            _ => throw Kapot(),
        };
    }

    private ToegewezenProduct ToegewezenProduct() => new()
    {
        ToewijzingNummer = Int(),
        ReferentieAanbieder = TekstOfNull(),
        Product = Product(),
        Toewijzingsdatum = Datum(),
        Toewijzingstijd = new TimeSpan(Getal()),
        Ingangsdatum = Datum(),
        Einddatum = DatumOfNull(),
        RedenWijziging = CodeOfNull(),
        Omvang = Vlag() ? new Omvang(Int(), Code(), Code()) : null,
        Budget = IntOfNull(),
    };

    private StartProduct Start() => new()
    {
        ToewijzingNummer = IntOfNull(),
        Product = Product(),
        ToewijzingIngangsdatum = DatumOfNull(),
        Begindatum = Datum(),
        IsVerwijdering = Vlag(),
    };

    private StopProduct Stop() => new()
    {
        ToewijzingNummer = IntOfNull(),
        Product = Product(),
        ToewijzingIngangsdatum = DatumOfNull(),
        Begindatum = Datum(),
        IsVerwijdering = Vlag(),
        RedenBeeindiging = Code(),
        Einddatum = Datum(),
    };

    private Declaratie Declaratie() => new() { DeclaratieNummer = Tekst(), Periode = Periode(), TotaalIngediend = MetTeken() };

    private Prestatie Prestatie() => new()
    {
        Client = Client(),
        ReferentieNummer = Tekst(),
        VorigReferentieNummer = TekstOfNull(),
        ToewijzingNummer = Int(),
        ProductCategorie = Code(),
        ProductCode = Code(),
        Periode = Periode(),
        GeleverdVolume = Int(),
        Eenheid = Code(),
        ProductTarief = IntOfNull(),
        Bedrag = Int(),
        IsCredit = Vlag(),
    };

    private Prestatieuitslag Uitslag() => Getal() is var uitslag and >= 0 and <= (long)Prestatieuitslag.Afgewezen ? (Prestatieuitslag)uitslag : throw Kapot();

    private Clientsleutel Client() => new(Tekst());

    private Product? Product() => CodeOfNull() is { } categorie ? new Product(categorie, CodeOfNull()) : null;

    private Periode Periode() => new(Datum(), Datum());

    private DateTimeOffset Moment() =>
        Getal() is var ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : throw Kapot();

    private DateOnly Datum() => Dag(Getal());

    private DateOnly? DatumOfNull() => Getal() is > 0 and var dag ? Dag(dag - 1) : null;

    private static DateOnly Dag(long dag) => dag >= 0 && dag <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)dag) : throw Kapot();

    private int? IntOfNull() => Getal() switch { 0 => null, > 0 and <= int.MaxValue and var getal => (int)(getal - 1), _ => throw Kapot() };

    private int Int() => Getal() is >= 0 and <= int.MaxValue and var getal ? (int)getal : throw Kapot();

    /// <summary>How many there are of something; each takes a byte at least.</summary>
    private int Aantal() => Int() is var aantal && aantal <= _bytes.Length - _at ? aantal : throw Kapot();

    private bool Vlag() => Getal() switch { 0 => false, 1 => true, _ => throw Kapot() };

    private long MetTeken() => Getal() is var getal && (getal & 1) == 0 ? getal >> 1 : -((getal + 1) >> 1);

    private string Tekst() => Tekst(Int());

    private string? TekstOfNull() => Int() is > 0 and var index ? Tekst(index - 1) : null;

    /// <summary>A text that comes back in other blocks.</summary>
    private string Code() => _gedeeld.Deel(Tekst());

    private string? CodeOfNull() => TekstOfNull() is { } tekst ? _gedeeld.Deel(tekst) : null;

    private string Tekst(int index)
    {
        if (index >= _teksten.Length) throw Kapot();
        var (begin, lengte) = _plaatsen[index];
        return _teksten[index] ??= Encoding.UTF8.GetString(_bytes.Slice(begin, lengte));
    }

    private (int Begin, int Lengte) LeesPlaats()
    {
        var lengte = Aantal();
        var plaats = (_at, lengte);
        _at += lengte;
        return plaats;
    }

    private long Getal()
    {
        var getal = 0UL;
        for (var schuif = 0; schuif < 64; schuif += 7)
        {
            if (_at == _bytes.Length) throw Kapot();
            var deel = _bytes[_at++];
            getal |= (ulong)(deel & 0x7F) << schuif;
            if (deel <= 0x7F) return (long)getal;
        }

        throw Kapot();
    }
}
