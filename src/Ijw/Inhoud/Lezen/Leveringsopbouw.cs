using Ijw.Model;
using Ijw.Reading.Schemas;

namespace Ijw.Inhoud.Lezen;

/// <summary>Builds a JW305.</summary>
internal sealed class Startopbouw : Clientopbouw
{
    private readonly List<Klasse<StartProduct>> _producten = [];

    public Startopbouw(Berichtsoort soort, Func<string, Clientsleutel> sleutel)
        : base(soort, sleutel)
    {
        var velden = new Leveringsvelden(Model("StartProduct"), Codes);
        var reeks = InClient("StartProducten/StartProduct", Leveringsvelden.Namen);
        Op("StartProduct", record => _producten.Add(new Klasse<StartProduct>(
            new StartProduct
            {
                ToewijzingNummer = record.IntOfNull(velden.Nummer),
                Product = velden.Product.Lees(record),
                ToewijzingIngangsdatum = record.DatumOfNull(velden.Ingangsdatum),
                Begindatum = record.Datum(velden.Begindatum),
                IsVerwijdering = record.Is(velden.Status, "3"u8),
            },
            reeks.Voeg(record))));
    }

    public override Berichtinhoud Maak() => new Startbericht(Header) { Dagtekening = Dagtekening, Client = Client, Producten = _producten };
}

/// <summary>Builds a JW307.</summary>
internal sealed class Stopopbouw : Clientopbouw
{
    private readonly List<Klasse<StopProduct>> _producten = [];

    public Stopopbouw(Berichtsoort soort, Func<string, Clientsleutel> sleutel)
        : base(soort, sleutel)
    {
        var klasse = Model("StopProduct");
        var velden = new Leveringsvelden(klasse, Codes);
        var reden = klasse.Veld("RedenBeeindiging");
        var eind = klasse.Veld("Einddatum");
        var reeks = InClient("StopProducten/StopProduct", [.. Leveringsvelden.Namen[..^1], "RedenBeeindiging", "Einddatum", Leveringsvelden.Namen[^1]]);
        Op("StopProduct", record => _producten.Add(new Klasse<StopProduct>(
            new StopProduct
            {
                ToewijzingNummer = record.IntOfNull(velden.Nummer),
                Product = velden.Product.Lees(record),
                ToewijzingIngangsdatum = record.DatumOfNull(velden.Ingangsdatum),
                Begindatum = record.Datum(velden.Begindatum),
                RedenBeeindiging = Codes.Lees(record, reden),
                Einddatum = record.Datum(eind),
                IsVerwijdering = record.Is(velden.Status, "3"u8),
            },
            reeks.Voeg(record))));
    }

    public override Berichtinhoud Maak() => new Stopbericht(Header) { Dagtekening = Dagtekening, Client = Client, Producten = _producten };
}

/// <summary>The fields that a start and a stop share.</summary>
internal sealed class Leveringsvelden(Klassemodel klasse, Codes codes)
{
    /// <summary>Those that a finding can point at.</summary>
    public static readonly string[] Namen = ["ToewijzingNummer", "Product", "Product/Code", "ToewijzingIngangsdatum", "Begindatum", "StatusAanlevering"];

    public Veld Nummer { get; } = klasse.Veld("ToewijzingNummer");

    public Productveld Product { get; } = new(klasse, codes);

    public Veld Ingangsdatum { get; } = klasse.Veld("ToewijzingIngangsdatum");

    public Veld Begindatum { get; } = klasse.Veld("Begindatum");

    public Veld Status { get; } = klasse.Veld("StatusAanlevering");
}
