using Ijw.Model;

namespace Ijw.Content.Building;

/// <summary>Builds a JW315.</summary>
internal sealed class QuestionBuilder : ClientBuilder
{
    private readonly List<Klasse<AangevraagdProduct>> _products = [];

    public QuestionBuilder(Berichtsoort kind, Func<string, ClientKey> key)
        : base(kind, key)
    {
        var klasse = Model("AangevraagdProduct");
        var reference = klasse.Field("ReferentieAanbieder");
        var product = new ProductField(klasse, Codes);
        var start = klasse.Field("ToewijzingIngangsdatum");
        var end = klasse.Field("ToewijzingEinddatum");
        var series = InClient(
            "AangevraagdeProducten/AangevraagdProduct",
            "ReferentieAanbieder",
            "Product",
            "Product/Code",
            "ToewijzingIngangsdatum"
        );
        On(
            "AangevraagdProduct",
            record =>
                _products.Add(
                    new Klasse<AangevraagdProduct>(
                        new AangevraagdProduct
                        {
                            ReferentieAanbieder = Identificatie(record, reference),
                            Product = product.Read(record),
                            Period = Period.Of(record.Date(start), record.DateOrNull(end)),
                        },
                        series.Add(record)
                    )
                )
        );
    }

    public override BerichtContent Make() =>
        new VerzoekToToewijzing(HeaderKlasse)
        {
            Dagtekening = Dagtekening,
            Client = Client,
            Products = _products,
        };
}
