using System.Globalization;
using Ijw.Dossiers.Facts;
using Ijw.Examples;
using Ijw.Inhoud;
using Ijw.Writing;

namespace Benchmarks;

/// <summary>A JW323 of many prestaties over many toewijzingen, five on each, and the register that it is held against.</summary>
/// <param name="Toewijzingen">How many toewijzingen, each of a client of its own.</param>
/// <param name="Eerder">How many prestaties were granted on each before.</param>
internal sealed record Grotedeclaratie(int Toewijzingen, int Eerder)
{
    private const int PerToewijzing = 5;
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";
    private static readonly DateOnly Begin = new(2026, 1, 1);
    private static readonly DateOnly Einde = new(2026, 12, 31);

    /// <summary>How many prestaties it has.</summary>
    public int Prestaties => Toewijzingen * PerToewijzing;

    /// <summary>The client key that tests and figures use; not secret.</summary>
    public static Clientsleutel Sleutel(string bsn) => new($"k{bsn}");

    /// <summary>The bytes: of each toewijzing five products of its category in May 2026, all within its budget.</summary>
    public byte[] Bericht()
    {
        var boom = new Berichtboom(Standaard.Zoek("JW323")!);
        var header = boom.Wortel.Voeg("Header").Voeg("BerichtCode", "490").Voeg("BerichtVersie", "3").Voeg("BerichtSubversie", "2").Voeg("Afzender", Aanbieder).Voeg("Ontvanger", Gemeente);
        header.Voeg("BerichtIdentificatie").Voeg("Identificatie", "D1").Voeg("Dagtekening", "2026-06-05");
        header.Voeg("XsdVersie").Voeg("BasisschemaXsdVersie", "1.0.0").Voeg("BerichtXsdVersie", "1.0.0");
        var declaratie = boom.Wortel.Voeg("Declaratie").Voeg("DeclaratieNummer", "D202605").Voeg("DeclaratieDagtekening", "2026-06-05");
        declaratie.Voeg("DeclaratiePeriode").Voeg("Begindatum", "2026-05-01").Voeg("Einddatum", "2026-05-31");
        declaratie.Voeg("TotaalIngediendBedrag").VulTotaal(Prestaties * 100L);
        var clienten = declaratie.Voeg("Clienten");
        for (var i = 0; i < Toewijzingen; i++)
        {
            var prestaties = clienten.Voeg("Client").Voeg("Bsn", Testbsn.Op(i)).Voeg("Prestaties");
            for (var j = 0; j < PerToewijzing; j++) Vul(prestaties.Voeg("Prestatie"), i, j);
        }

        return boom.Schrijf();
    }

    /// <summary>The documents of the register, each as its bytes.</summary>
    public IReadOnlyDictionary<Documentsleutel, byte[]> Register()
    {
        var feiten = new List<Feit>();
        for (var i = 0; i < Toewijzingen; i++)
        {
            var toewijzing = new ToegewezenProduct
            {
                ToewijzingNummer = i,
                Product = new Product("45", null),
                Toewijzingsdatum = Begin,
                Toewijzingstijd = default,
                Ingangsdatum = Begin,
                Einddatum = Einde,
                Budget = 99_999_999,
            };
            feiten.Add(new Toewijzingsversie(Herkomst("JW301", i), 0, Sleutel(Testbsn.Op(i)), toewijzing));
        }

        for (var maand = 0; maand < Eerder; maand++)
        {
            var herkomst = Herkomst("JW323", maand);
            for (var i = 0; i < Toewijzingen; i++)
            {
                var prestatie = Prestatie(i, maand);
                feiten.Add(new Prestatiemelding(herkomst, i, Prestatieuitslag.Toegekend, prestatie));
                feiten.Add(new Referentiegebruik(herkomst, i, prestatie.ReferentieNummer, i));
            }
        }

        return feiten.SelectMany(feit => feit.Documenten.Select(document => (document, feit)))
            .GroupBy(paar => paar.document, paar => paar.feit)
            .ToDictionary(document => document.Key, document => Feitenblok.Schrijf(document));
    }

    private static Herkomst Herkomst(string soort, int nummer) =>
        new($"{Gemeente}-{soort}-{nummer:D26}", soort, Gemeente, Aanbieder, DateTimeOffset.UnixEpoch.AddMinutes(nummer), Begin, Feitstaat.Aanvaard);

    private static Prestatie Prestatie(int toewijzing, int maand) => new()
    {
        Client = Sleutel(Testbsn.Op(toewijzing)),
        ReferentieNummer = $"E{maand}-{toewijzing}",
        ToewijzingNummer = toewijzing,
        ProductCategorie = "45",
        ProductCode = $"45Z{maand:D2}",
        Periode = new Periode(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)),
        GeleverdVolume = 100,
        Eenheid = "83",
        Bedrag = 100,
        IsCredit = false,
    };

    private static void Vul(Knoop prestatie, int toewijzing, int plaats)
    {
        prestatie.Voeg("ProductReferentie").Voeg("ReferentieNummer", $"P{toewijzing}-{plaats}");
        prestatie.Voeg("ToewijzingNummer", toewijzing.ToString(CultureInfo.InvariantCulture)).Voeg("ProductCategorie", "45").Voeg("ProductCode", $"45A0{plaats}");
        prestatie.Voeg("ProductPeriode").Voeg("Begindatum", "2026-05-01").Voeg("Einddatum", "2026-05-31");
        prestatie.Voeg("GeleverdVolume", "100").Voeg("Eenheid", "83");
        prestatie.Voeg("IngediendBedrag").Voeg("Bedrag", "100").Voeg("DebetCredit", "D");
    }
}
