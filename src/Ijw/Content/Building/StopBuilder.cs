using Ijw.Model;

namespace Ijw.Content.Building;

/// <summary>Builds a JW307.</summary>
internal sealed class StopBuilder : ClientBuilder
{
    private readonly List<Klasse<StopProduct>> _products = [];

    public StopBuilder(Berichtsoort kind, Func<string, ClientKey> key)
        : base(kind, key)
    {
        var klasse = Model("StopProduct");

        var fields = new LeveringFields(klasse, Codes);

        var reason = klasse.Field("RedenBeeindiging");

        var end = klasse.Field("Einddatum");

        var series = InClient(
            "StopProducten/StopProduct",
            [.. LeveringFields.Names[..^1], "RedenBeeindiging", "Einddatum", LeveringFields.Names[^1]]
        );

        On(
            "StopProduct",
            record =>
                _products.Add(
                    new Klasse<StopProduct>(
                        new StopProduct
                        {
                            ToewijzingNummer = record.IntOfNull(fields.Number),
                            Product = fields.Product.Read(record),
                            ToewijzingIngangsdatum = record.DateOrNull(fields.Ingangsdatum),
                            Begindatum = record.Date(fields.Begindatum),
                            RedenBeeindiging = Codes.Read(record, reason),
                            Einddatum = record.Date(end),
                            IsRemoval = record.Is(fields.Status, "3"u8),
                        },
                        series.Add(record)
                    )
                )
        );
    }

    public override BerichtContent Make() =>
        new Stopbericht(HeaderKlasse)
        {
            Dagtekening = Dagtekening,
            Client = Client,
            Products = _products,
        };
}
