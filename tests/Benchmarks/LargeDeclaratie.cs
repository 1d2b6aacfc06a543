using System.Globalization;
using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Examples;
using Ijw.Writing;

namespace Benchmarks;

/// <summary>A JW323 of many prestaties over many toewijzingen, five on each, and the register that it is held against.</summary>
/// <param name="Toewijzingen">How many toewijzingen, each of a client of its own.</param>
/// <param name="Earlier">How many prestaties were granted on each before.</param>
internal sealed record LargeDeclaratie(int Toewijzingen, int Earlier)
{
    private const int PerToewijzing = 5;
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";
    private static readonly DateOnly Begin = new(2026, 1, 1);
    private static readonly DateOnly End = new(2026, 12, 31);

    /// <summary>How many prestaties it has.</summary>
    public int Prestaties => Toewijzingen * PerToewijzing;

    /// <summary>The client key that tests and figures use; not secret.</summary>
    public static ClientKey Key(string bsn) => new($"k{bsn}");

    /// <summary>The bytes: of each toewijzing five products of its category in May 2026, all within its budget.</summary>
    public byte[] Bericht()
    {
        var tree = new BerichtTree(Standard.Find("JW323")!);
        var header = tree
            .Root.Add("Header")
            .Add("BerichtCode", "490")
            .Add("BerichtVersie", "3")
            .Add("BerichtSubversie", "2")
            .Add("Afzender", Aanbieder)
            .Add("Ontvanger", Gemeente);
        header.Add("BerichtIdentificatie").Add("Identificatie", "D1").Add("Dagtekening", "2026-06-05");
        header.Add("XsdVersie").Add("BasisschemaXsdVersie", "1.0.0").Add("BerichtXsdVersie", "1.0.0");
        var declaratie = tree.Root.Add("Declaratie").Add("DeclaratieNummer", "D202605").Add("DeclaratieDagtekening", "2026-06-05");
        declaratie.Add("DeclaratiePeriode").Add("Begindatum", "2026-05-01").Add("Einddatum", "2026-05-31");
        declaratie.Add("TotaalIngediendBedrag").FillTotal(Prestaties * 100L);
        var clienten = declaratie.Add("Clienten");
        for (var i = 0; i < Toewijzingen; i++)
        {
            var prestaties = clienten.Add("Client").Add("Bsn", TestBsn.On(i)).Add("Prestaties");
            for (var j = 0; j < PerToewijzing; j++)
            {
                Fill(prestaties.Add("Prestatie"), i, j);
            }
        }

        return tree.Write();
    }

    /// <summary>The documents of the register, each as its bytes.</summary>
    public IReadOnlyDictionary<DocumentKey, byte[]> Register()
    {
        var facts = new List<Fact>();
        for (var i = 0; i < Toewijzingen; i++)
        {
            var toewijzing = new ToegewezenProduct
            {
                ToewijzingNummer = i,
                Product = new Product("45", null),
                ToewijzingDate = Begin,
                ToewijzingTime = default,
                Ingangsdatum = Begin,
                Einddatum = End,
                Budget = 99_999_999,
            };
            facts.Add(new ToewijzingVersion(Origin("JW301", i), 0, Key(TestBsn.On(i)), toewijzing));
        }

        for (var month = 0; month < Earlier; month++)
        {
            var origin = Origin("JW323", month);
            for (var i = 0; i < Toewijzingen; i++)
            {
                var prestatie = Prestatie(i, month);
                facts.Add(new PrestatieNotice(origin, i, PrestatieOutcome.Granted, prestatie));
                facts.Add(new ReferenceUse(origin, i, prestatie.ReferentieNummer, i));
            }
        }

        return facts
            .SelectMany(fact => fact.Documents.Select(document => (document, fact)))
            .GroupBy(pair => pair.document, pair => pair.fact)
            .ToDictionary(document => document.Key, document => FactBlock.Write(document));
    }

    private static Origin Origin(string kind, int number) =>
        new(
            $"{Gemeente}-{kind}-{number:D26}",
            kind,
            Gemeente,
            Aanbieder,
            DateTimeOffset.UnixEpoch.AddMinutes(number),
            Begin,
            FactState.Accepted
        );

    private static Prestatie Prestatie(int toewijzing, int month) =>
        new()
        {
            Client = Key(TestBsn.On(toewijzing)),
            ReferentieNummer = $"E{month}-{toewijzing}",
            ToewijzingNummer = toewijzing,
            ProductCategorie = "45",
            ProductCode = $"45Z{month:D2}",
            Period = new Period(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)),
            GeleverdVolume = 100,
            Eenheid = "83",
            Amount = 100,
            IsCredit = false,
        };

    private static void Fill(TreeNode prestatie, int toewijzing, int place)
    {
        prestatie.Add("ProductReferentie").Add("ReferentieNummer", $"P{toewijzing}-{place}");
        prestatie
            .Add("ToewijzingNummer", toewijzing.ToString(CultureInfo.InvariantCulture))
            .Add("ProductCategorie", "45")
            .Add("ProductCode", $"45A0{place}");
        prestatie.Add("ProductPeriode").Add("Begindatum", "2026-05-01").Add("Einddatum", "2026-05-31");
        prestatie.Add("GeleverdVolume", "100").Add("Eenheid", "83");
        prestatie.Add("IngediendBedrag").Add("Bedrag", "100").Add("DebetCredit", "D");
    }
}
