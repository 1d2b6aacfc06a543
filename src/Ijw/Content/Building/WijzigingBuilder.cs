using Ijw.Model;

namespace Ijw.Content.Building;

/// <summary>Builds a JW317.</summary>
internal sealed class WijzigingBuilder : ClientBuilder
{
    private readonly List<Klasse<OngewijzigdProduct>> _unchanged = [];

    private readonly List<Klasse<TeWijzigenProduct>> _toChange = [];

    private readonly List<Klasse<NieuwProduct>> _updated = [];

    private readonly List<Series> _inVerzoek = [];

    private Klasse<Verzoek>? _verzoek;

    public WijzigingBuilder(Berichtsoort berichtsoort, Func<string, ClientKey> key)
        : base(berichtsoort, key)
    {
        var reference = Model("Verzoek").Field("ReferentieAanbieder");

        var series = InClient("Verzoek", "ReferentieAanbieder");

        FollowUnchanged();

        FollowToChange();

        FollowNew();

        On(
            "Verzoek",
            record =>
            {
                _verzoek = new Klasse<Verzoek>(new Verzoek(Identificatie(record, reference)), series.Add(record));

                foreach (var kind in _inVerzoek)
                {
                    kind.Parent = _verzoek;
                }
            }
        );
    }

    public override BerichtContent Make() =>
        new VerzoekToWijziging(HeaderKlasse)
        {
            Dagtekening = Dagtekening,
            Client = Client,
            Verzoek = _verzoek!,
            Unchanged = _unchanged,
            ToChange = _toChange,
            New = _updated,
        };

    private void FollowUnchanged()
    {
        var number = Model("OngewijzigdProduct").Field("ToewijzingNummer");

        var series = InVerzoek("OngewijzigdeProducten/OngewijzigdProduct", "ToewijzingNummer");

        On(
            "OngewijzigdProduct",
            record => _unchanged.Add(new Klasse<OngewijzigdProduct>(new OngewijzigdProduct(record.Int(number)), series.Add(record)))
        );
    }

    private void FollowToChange()
    {
        var klasse = Model("TeWijzigenProduct");

        var number = klasse.Field("ToewijzingNummer");

        var start = klasse.Field("GewensteIngangsdatum");

        var end = klasse.Field("Einddatum");

        var omvang = new OmvangField(klasse, Codes);

        var budget = klasse.Field("Budget");

        var series = InVerzoek(
            "TeWijzigenProducten/TeWijzigenProduct",
            "ToewijzingNummer",
            "GewensteIngangsdatum",
            "Einddatum",
            "Omvang",
            "Budget"
        );

        On(
            "TeWijzigenProduct",
            record =>
                _toChange.Add(
                    new Klasse<TeWijzigenProduct>(
                        new TeWijzigenProduct
                        {
                            ToewijzingNummer = record.Int(number),
                            GewensteIngangsdatum = record.Date(start),
                            Einddatum = record.DateOrNull(end),
                            Omvang = omvang.Read(record),
                            Budget = record.IntOfNull(budget),
                        },
                        series.Add(record)
                    )
                )
        );
    }

    private void FollowNew()
    {
        var klasse = Model("NieuwProduct");

        var product = new ProductField(klasse, Codes);

        var start = klasse.Field("GewensteIngangsdatum");

        var end = klasse.Field("Einddatum");

        var series = InVerzoek("NieuweProducten/NieuwProduct", "Product", "Product/Code", "GewensteIngangsdatum");

        On(
            "NieuwProduct",
            record =>
                _updated.Add(
                    new Klasse<NieuwProduct>(
                        new NieuwProduct { Product = product.Read(record), Period = Period.Of(record.Date(start), record.DateOrNull(end)) },
                        series.Add(record)
                    )
                )
        );
    }

    private Series InVerzoek(string steps, params string[] fields)
    {
        var series = Series(new KlasseShape(steps, fields));

        _inVerzoek.Add(series);

        return series;
    }
}
