using Ijw.Model;

namespace Ijw.Inhoud.Lezen;

/// <summary>Builds a JW301.</summary>
internal sealed class Toewijzingsopbouw : Clientopbouw
{
    private readonly List<Klasse<ToegewezenProduct>> _producten = [];

    public Toewijzingsopbouw(Berichtsoort soort, Func<string, Clientsleutel> sleutel)
        : base(soort, sleutel)
    {
        var klasse = Model("ToegewezenProduct");
        var nummer = klasse.Veld("ToewijzingNummer");
        var referentie = klasse.Veld("ReferentieAanbieder");
        var product = new Productveld(klasse, Codes);
        var datum = klasse.Veld("Toewijzingsdatum");
        var tijd = klasse.Veld("Toewijzingstijd");
        var ingang = klasse.Veld("Ingangsdatum");
        var eind = klasse.Veld("Einddatum");
        var reden = klasse.Veld("RedenWijziging");
        var omvang = new Omvangveld(klasse, Codes);
        var budget = klasse.Veld("Budget");
        var reeks = InClient(
            "ToegewezenProducten/ToegewezenProduct",
            "ToewijzingNummer", "ReferentieAanbieder", "Product", "Product/Code", "Toewijzingsdatum", "Ingangsdatum", "Einddatum", "RedenWijziging", "Omvang",
            "Omvang/Volume", "Budget");
        Op("ToegewezenProduct", record => _producten.Add(new Klasse<ToegewezenProduct>(
            new ToegewezenProduct
            {
                ToewijzingNummer = record.Int(nummer),
                ReferentieAanbieder = record.Heeft(referentie) ? Identificatie(record, referentie) : null,
                Product = product.Lees(record),
                Toewijzingsdatum = record.Datum(datum),
                Toewijzingstijd = record.Tijd(tijd),
                Ingangsdatum = record.Datum(ingang),
                Einddatum = record.DatumOfNull(eind),
                RedenWijziging = Codes.LeesOfNull(record, reden),
                Omvang = omvang.Lees(record),
                Budget = record.IntOfNull(budget),
            },
            reeks.Voeg(record))));
    }

    public override Berichtinhoud Maak() => new Toewijzingsbericht(Header) { Dagtekening = Dagtekening, Client = Client, Producten = _producten };
}
