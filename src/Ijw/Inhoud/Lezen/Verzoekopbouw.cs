using Ijw.Model;

namespace Ijw.Inhoud.Lezen;

/// <summary>Builds a JW315.</summary>
internal sealed class Vraagopbouw : Clientopbouw
{
    private readonly List<Klasse<AangevraagdProduct>> _producten = [];

    public Vraagopbouw(Berichtsoort soort, Func<string, Clientsleutel> sleutel)
        : base(soort, sleutel)
    {
        var klasse = Model("AangevraagdProduct");
        var referentie = klasse.Veld("ReferentieAanbieder");
        var product = new Productveld(klasse, Codes);
        var ingang = klasse.Veld("ToewijzingIngangsdatum");
        var eind = klasse.Veld("ToewijzingEinddatum");
        var reeks = InClient("AangevraagdeProducten/AangevraagdProduct", "ReferentieAanbieder", "Product", "Product/Code", "ToewijzingIngangsdatum");
        Op("AangevraagdProduct", record => _producten.Add(new Klasse<AangevraagdProduct>(
            new AangevraagdProduct
            {
                ReferentieAanbieder = Identificatie(record, referentie),
                Product = product.Lees(record),
                Periode = Periode.Van(record.Datum(ingang), record.DatumOfNull(eind)),
            },
            reeks.Voeg(record))));
    }

    public override Berichtinhoud Maak() => new VerzoekOmToewijzing(Header) { Dagtekening = Dagtekening, Client = Client, Producten = _producten };
}

/// <summary>Builds a JW317.</summary>
internal sealed class Wijzigingsopbouw : Clientopbouw
{
    private readonly List<Klasse<OngewijzigdProduct>> _ongewijzigd = [];
    private readonly List<Klasse<TeWijzigenProduct>> _teWijzigen = [];
    private readonly List<Klasse<NieuwProduct>> _nieuw = [];
    private readonly List<Reeks> _inVerzoek = [];
    private Klasse<Verzoek>? _verzoek;

    public Wijzigingsopbouw(Berichtsoort soort, Func<string, Clientsleutel> sleutel)
        : base(soort, sleutel)
    {
        var referentie = Model("Verzoek").Veld("ReferentieAanbieder");
        var reeks = InClient("Verzoek", "ReferentieAanbieder");
        VolgOngewijzigd();
        VolgTeWijzigen();
        VolgNieuw();
        Op("Verzoek", record =>
        {
            _verzoek = new Klasse<Verzoek>(new Verzoek(Identificatie(record, referentie)), reeks.Voeg(record));
            foreach (var kind in _inVerzoek) kind.Ouder = _verzoek;
        });
    }

    public override Berichtinhoud Maak() => new VerzoekOmWijziging(Header)
    {
        Dagtekening = Dagtekening,
        Client = Client,
        Verzoek = _verzoek!,
        Ongewijzigd = _ongewijzigd,
        TeWijzigen = _teWijzigen,
        Nieuw = _nieuw,
    };

    private void VolgOngewijzigd()
    {
        var nummer = Model("OngewijzigdProduct").Veld("ToewijzingNummer");
        var reeks = InVerzoek("OngewijzigdeProducten/OngewijzigdProduct", "ToewijzingNummer");
        Op("OngewijzigdProduct", record => _ongewijzigd.Add(new Klasse<OngewijzigdProduct>(new OngewijzigdProduct(record.Int(nummer)), reeks.Voeg(record))));
    }

    private void VolgTeWijzigen()
    {
        var klasse = Model("TeWijzigenProduct");
        var nummer = klasse.Veld("ToewijzingNummer");
        var ingang = klasse.Veld("GewensteIngangsdatum");
        var eind = klasse.Veld("Einddatum");
        var omvang = new Omvangveld(klasse, Codes);
        var budget = klasse.Veld("Budget");
        var reeks = InVerzoek("TeWijzigenProducten/TeWijzigenProduct", "ToewijzingNummer", "GewensteIngangsdatum", "Einddatum", "Omvang", "Budget");
        Op("TeWijzigenProduct", record => _teWijzigen.Add(new Klasse<TeWijzigenProduct>(
            new TeWijzigenProduct
            {
                ToewijzingNummer = record.Int(nummer),
                GewensteIngangsdatum = record.Datum(ingang),
                Einddatum = record.DatumOfNull(eind),
                Omvang = omvang.Lees(record),
                Budget = record.IntOfNull(budget),
            },
            reeks.Voeg(record))));
    }

    private void VolgNieuw()
    {
        var klasse = Model("NieuwProduct");
        var product = new Productveld(klasse, Codes);
        var ingang = klasse.Veld("GewensteIngangsdatum");
        var eind = klasse.Veld("Einddatum");
        var reeks = InVerzoek("NieuweProducten/NieuwProduct", "Product", "Product/Code", "GewensteIngangsdatum");
        Op("NieuwProduct", record => _nieuw.Add(new Klasse<NieuwProduct>(
            new NieuwProduct { Product = product.Lees(record), Periode = Periode.Van(record.Datum(ingang), record.DatumOfNull(eind)) },
            reeks.Voeg(record))));
    }

    private Reeks InVerzoek(string stappen, params string[] velden)
    {
        var reeks = Reeks(new Klassevorm(stappen, velden));
        _inVerzoek.Add(reeks);
        return reeks;
    }
}
