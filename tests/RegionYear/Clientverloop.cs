using System.Globalization;
using Hub.Functions.Tests.Gedeeld;

namespace RegionYear;

/// <summary>What a client goes through in a year; it follows from its number. Every flow of process.md section 1 is gone through by some.</summary>
internal enum Verloop
{
    Toewijzing,
    Verzoek,
    VerzoekNaOnderzoek,
    VerzoekAfgewezen,
    Wijziging,
    TijdelijkeStop,
    StartGecorrigeerd,
    Fouten,
}

/// <summary>One client: what is sent about it in a month, and what the declaratie of that month holds of it.</summary>
internal sealed class Clientverloop
{
    private const int EersteStam = 99_000_000;

    private static readonly Lazy<string[]> Bsns = new(() => [.. Ijw.Examples.Testbsn.Vanaf(EersteStam, 1_000_000)]);

    private readonly int _nummer;
    private readonly DateOnly _begin;
    private readonly int _laatsteMaand;
    private readonly Ketenberichten _keten;

    public Clientverloop(Regio regio, int nummer, DateOnly jaar)
    {
        _nummer = nummer;
        Bsn = Testbsn(nummer);
        // Most are in care when the year begins; the others come in over the year. A fifth leaves.
        Instroom = nummer % 10 < 7 ? 0 : nummer / 10 % regio.Maanden;
        _laatsteMaand = nummer % 5 == 0 ? Instroom + 3 + (nummer % 7) : int.MaxValue;
        _begin = jaar.AddMonths(Instroom);
        var (gemeente, aanbieder) = regio.Van(nummer);
        var volgnummer = 0;
        _keten = new Ketenberichten(
            Regio.Gemeente(gemeente), Regio.Aanbieder(aanbieder), Bsn, () => string.Create(CultureInfo.InvariantCulture, $"C{nummer:D6}{volgnummer++:D3}"));
    }

    public string Bsn { get; }

    public (string Gemeente, string Aanbieder) Paar => (_keten.Gemeente, _keten.Aanbieder);

    public int Instroom { get; }

    /// <summary>Half go the plain way; the others are spread over what else there is.</summary>
    public Verloop Verloop => (_nummer % 20) switch
    {
        < 10 => Verloop.Toewijzing,
        < 14 => Verloop.Verzoek,
        14 => Verloop.VerzoekNaOnderzoek,
        15 => Verloop.VerzoekAfgewezen,
        16 => Verloop.Wijziging,
        17 => Verloop.TijdelijkeStop,
        18 => Verloop.StartGecorrigeerd,
        _ => Verloop.Fouten,
    };

    private int Toewijzing => 1_000_000 + (2 * _nummer);

    private string Referentie => string.Create(CultureInfo.InvariantCulture, $"V{_nummer}");

    private bool IsInZorg(int maand) => Verloop != Verloop.VerzoekAfgewezen && maand >= Instroom && maand <= _laatsteMaand;

    /// <summary>The berichten about this client in a month, in order, but for the declaratie.</summary>
    public IEnumerable<string> Berichten(int maand)
    {
        if (maand == Instroom) return Begin();
        if (!IsInZorg(maand)) return [];
        var dag = _begin.AddMonths(maand - Instroom);
        if (maand == _laatsteMaand) return [_keten.Stop(dag.AddMonths(1).AddDays(-1), Toewijzing, Laatste(), dag.AddMonths(1).AddDays(-1))];
        return (Verloop, maand - Instroom) switch
        {
            (Verloop.Wijziging, 2) =>
            [
                _keten.VerzoekOmWijziging(dag, Referentie, Toewijzing),
                _keten.Toewijzing(dag.AddDays(3), Toewijzing, _begin, dag.AddDays(500), Referentie, "12"),
            ],
            (Verloop.TijdelijkeStop, 1) => [_keten.Stop(dag.AddDays(2), Toewijzing, _begin.AddDays(2), dag.AddDays(1), tijdelijk: true)],
            (Verloop.TijdelijkeStop, 2) => [_keten.Start(dag.AddDays(2), Toewijzing, Herstart)],
            _ => [],
        };
    }

    /// <summary>What is declared of this client in a month; none when it is not in care.</summary>
    public IReadOnlyCollection<Prestatieregel> Prestaties(int maand)
    {
        if (!IsInZorg(maand)) return [];
        var gewoon = new Prestatieregel(Nummer(maand, 'A'), Toewijzing);
        return (Verloop, maand - Instroom) switch
        {
            // On a toewijzing that is not there: refused.
            (Verloop.Fouten, 0) => [gewoon, new Prestatieregel(Nummer(maand, 'B'), Toewijzing + 1)],
            // The month before was declared wrongly, and is credited.
            (Verloop.Fouten, 1) => [gewoon, new Prestatieregel(Nummer(maand, 'B'), Toewijzing, Vorige: Nummer(maand - 1, 'A'))],
            _ => [gewoon],
        };
    }

    private DateOnly Herstart => _begin.AddMonths(2).AddDays(1);

    private DateOnly Laatste() => Verloop switch
    {
        Verloop.TijdelijkeStop => Herstart,
        Verloop.StartGecorrigeerd => _begin.AddDays(3),
        _ => _begin.AddDays(2),
    };

    private IEnumerable<string> Begin()
    {
        var gevraagd = Verloop is Verloop.Verzoek or Verloop.VerzoekNaOnderzoek or Verloop.VerzoekAfgewezen;
        if (Verloop == Verloop.Fouten) yield return _keten.Start(_begin.AddDays(1), Toewijzing, _begin.AddDays(1));
        if (gevraagd) yield return _keten.VerzoekOmToewijzing(_begin, Referentie);
        if (Verloop == Verloop.VerzoekNaOnderzoek) yield return _keten.Antwoord(_begin.AddDays(1), Referentie, inOnderzoek: true);
        if (Verloop == Verloop.VerzoekAfgewezen)
        {
            yield return _keten.Antwoord(_begin.AddDays(2), Referentie, inOnderzoek: false);
            yield break;
        }

        yield return _keten.Toewijzing(_begin.AddDays(2), Toewijzing, _begin, null, gevraagd ? Referentie : null);
        yield return _keten.Start(_begin.AddDays(3), Toewijzing, _begin.AddDays(2));
        if (Verloop == Verloop.StartGecorrigeerd)
            yield return _keten.Start(_begin.AddDays(4), new Startregel(Toewijzing, _begin.AddDays(2), Verwijdering: true), new Startregel(Toewijzing, _begin.AddDays(3)));
    }

    private string Nummer(int maand, char regel) => string.Create(CultureInfo.InvariantCulture, $"P{_nummer:D6}{maand:D2}{regel}");

    /// <summary>Nine digits that pass the elfproef (CS002), and are nobody's; the same number gives the same.</summary>
    public static string Testbsn(int nummer) => Bsns.Value[nummer];
}
