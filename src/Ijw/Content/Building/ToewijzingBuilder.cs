using Ijw.Model;

namespace Ijw.Content.Building;

/// <summary>Builds a JW301.</summary>
internal sealed class ToewijzingBuilder : ClientBuilder
{
    private readonly List<Klasse<ToegewezenProduct>> _products = [];

    public ToewijzingBuilder(Berichtsoort kind, Func<string, ClientKey> key)
        : base(kind, key)
    {
        var klasse = Model("ToegewezenProduct");
        var number = klasse.Field("ToewijzingNummer");
        var reference = klasse.Field("ReferentieAanbieder");
        var product = new ProductField(klasse, Codes);
        var date = klasse.Field("Toewijzingsdatum");
        var time = klasse.Field("Toewijzingstijd");
        var start = klasse.Field("Ingangsdatum");
        var end = klasse.Field("Einddatum");
        var reason = klasse.Field("RedenWijziging");
        var omvang = new OmvangField(klasse, Codes);
        var budget = klasse.Field("Budget");
        var series = InClient(
            "ToegewezenProducten/ToegewezenProduct",
            "ToewijzingNummer",
            "ReferentieAanbieder",
            "Product",
            "Product/Code",
            "Toewijzingsdatum",
            "Ingangsdatum",
            "Einddatum",
            "RedenWijziging",
            "Omvang",
            "Omvang/Volume",
            "Budget"
        );
        On(
            "ToegewezenProduct",
            record =>
                _products.Add(
                    new Klasse<ToegewezenProduct>(
                        new ToegewezenProduct
                        {
                            ToewijzingNummer = record.Int(number),
                            ReferentieAanbieder = record.Has(reference) ? Identificatie(record, reference) : null,
                            Product = product.Read(record),
                            ToewijzingDate = record.Date(date),
                            ToewijzingTime = record.Time(time),
                            Ingangsdatum = record.Date(start),
                            Einddatum = record.DateOrNull(end),
                            RedenWijziging = Codes.ReadOrNull(record, reason),
                            Omvang = omvang.Read(record),
                            Budget = record.IntOfNull(budget),
                        },
                        series.Add(record)
                    )
                )
        );
    }

    public override BerichtContent Make() =>
        new ToewijzingBericht(HeaderKlasse)
        {
            Dagtekening = Dagtekening,
            Client = Client,
            Products = _products,
        };
}
