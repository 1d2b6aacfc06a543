using Ijw.Model;
using Ijw.Reading.Schemas;

namespace Ijw.Content.Building;

/// <summary>Builds a JW305.</summary>
internal sealed class StartBuilder : ClientBuilder
{
    private readonly List<Klasse<StartProduct>> _products = [];

    public StartBuilder(Berichtsoort kind, Func<string, ClientKey> key)
        : base(kind, key)
    {
        var fields = new LeveringFields(Model("StartProduct"), Codes);
        var series = InClient("StartProducten/StartProduct", LeveringFields.Names);
        On(
            "StartProduct",
            record =>
                _products.Add(
                    new Klasse<StartProduct>(
                        new StartProduct
                        {
                            ToewijzingNummer = record.IntOfNull(fields.Number),
                            Product = fields.Product.Read(record),
                            ToewijzingIngangsdatum = record.DateOrNull(fields.Ingangsdatum),
                            Begindatum = record.Date(fields.Begindatum),
                            IsRemoval = record.Is(fields.Status, "3"u8),
                        },
                        series.Add(record)
                    )
                )
        );
    }

    public override BerichtContent Make() =>
        new Startbericht(HeaderKlasse)
        {
            Dagtekening = Dagtekening,
            Client = Client,
            Products = _products,
        };
}

/// <summary>The fields that a start and a stop share.</summary>
internal sealed class LeveringFields(KlasseModel klasse, Codes codes)
{
    /// <summary>Those that a finding can point at.</summary>
    public static readonly string[] Names =
    [
        "ToewijzingNummer",
        "Product",
        "Product/Code",
        "ToewijzingIngangsdatum",
        "Begindatum",
        "StatusAanlevering",
    ];

    public Field Number { get; } = klasse.Field("ToewijzingNummer");

    public ProductField Product { get; } = new(klasse, codes);

    public Field Ingangsdatum { get; } = klasse.Field("ToewijzingIngangsdatum");

    public Field Begindatum { get; } = klasse.Field("Begindatum");

    public Field Status { get; } = klasse.Field("StatusAanlevering");
}
