using System.Buffers;
using System.Text;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Facts;

/// <summary>Writes feiten as bytes: numbers of seven bits at a time, each text once.</summary>
internal sealed class Feitschrijver
{
    private readonly ArrayBufferWriter<byte> _feiten = new();
    private readonly ArrayBufferWriter<byte> _kop = new();
    private readonly Dictionary<string, int> _teksten = new(StringComparer.Ordinal);
    private readonly List<string> _volgorde = [];
    private ArrayBufferWriter<byte> _uit;

    public Feitschrijver() => _uit = _feiten;

    /// <summary>The feiten in the order given; those of one bericht stand together.</summary>
    public byte[] Schrijf(IReadOnlyList<Feit> feiten)
    {
        var herkomsten = new List<Herkomst>();
        foreach (var feit in feiten)
            if (herkomsten.Count == 0 || herkomsten[^1].BerichtId != feit.Herkomst.BerichtId) herkomsten.Add(feit.Herkomst);
        Getal(herkomsten.Count);
        foreach (var herkomst in herkomsten) Schrijf(herkomst);
        Getal(feiten.Count);
        var hier = 0;
        foreach (var feit in feiten)
        {
            if (herkomsten[hier].BerichtId != feit.Herkomst.BerichtId) hier++;
            Getal((int)feit.Soort);
            Getal(hier);
            Getal(feit.Plaats);
            Schrijf(feit);
        }

        return [.. Kop(), .. _feiten.WrittenSpan];
    }

    private ReadOnlySpan<byte> Kop()
    {
        _uit = _kop;
        Getal(Feitenblok.Versie);
        Getal(_volgorde.Count);
        foreach (var tekst in _volgorde)
        {
            var bytes = Encoding.UTF8.GetBytes(tekst);
            Getal(bytes.Length);
            _kop.Write(bytes);
        }

        return _kop.WrittenSpan;
    }

    private void Schrijf(Herkomst herkomst)
    {
        Tekst(herkomst.BerichtId);
        Tekst(herkomst.Berichtsoort);
        Tekst(herkomst.Gemeente);
        Tekst(herkomst.Aanbieder);
        Getal(herkomst.Moment.UtcTicks);
        Datum(herkomst.Dagtekening);
        Getal((int)herkomst.Staat);
    }

    private void Schrijf(Feit feit)
    {
        switch (feit)
        {
            case Toewijzingsversie versie:
                Schrijf(versie);
                break;
            case Startmelding start:
                Tekst(start.Client.Waarde);
                Schrijf(start.Product);
                break;
            case Stopmelding stop:
                Tekst(stop.Client.Waarde);
                Schrijf(stop.Product);
                Tekst(stop.Product.RedenBeeindiging);
                Datum(stop.Product.Einddatum);
                break;
            case Verzoekmelding verzoek:
                Schrijf(verzoek);
                break;
            case Verzoekantwoord antwoord:
                Tekst(antwoord.Antwoord.ReferentieAanbieder);
                Vlag(antwoord.Antwoord.IsInOnderzoek);
                break;
            case Declaratiemelding declaratie:
                Schrijf(declaratie);
                break;
            case Prestatiemelding prestatie:
                Getal((int)prestatie.Uitslag);
                Schrijf(prestatie.Prestatie);
                break;
            case Referentiegebruik gebruik:
                Tekst(gebruik.ReferentieNummer);
                Getal(gebruik.ToewijzingNummer);
                break;
            case Identificatiegebruik gebruik:
                Tekst(gebruik.Afzender);
                Tekst(gebruik.Identificatie);
                break;
            case Retourmelding retour:
                Tekst(retour.Heenbericht);
                Tekst(retour.Afzender);
                Tekst(retour.Identificatie);
                Vlag(retour.IsAanvaard);
                break;
            default:
                throw new ArgumentException($"{feit.Soort} can't be written.", nameof(feit));
        }
    }

    private void Schrijf(Toewijzingsversie versie)
    {
        var product = versie.Product;
        Tekst(versie.Client.Waarde);
        Getal(product.ToewijzingNummer);
        TekstOfNull(product.ReferentieAanbieder);
        Schrijf(product.Product);
        Datum(product.Toewijzingsdatum);
        Getal(product.Toewijzingstijd.Ticks);
        Datum(product.Ingangsdatum);
        DatumOfNull(product.Einddatum);
        TekstOfNull(product.RedenWijziging);
        Vlag(product.Omvang is not null);
        if (product.Omvang is { } omvang)
        {
            Getal(omvang.Volume);
            Tekst(omvang.Eenheid);
            Tekst(omvang.Frequentie);
        }

        GetalOfNull(product.Budget);
    }

    private void Schrijf(Leveringsproduct product)
    {
        GetalOfNull(product.ToewijzingNummer);
        Schrijf(product.Product);
        DatumOfNull(product.ToewijzingIngangsdatum);
        Datum(product.Begindatum);
        Vlag(product.IsVerwijdering);
    }

    private void Schrijf(Verzoekmelding verzoek)
    {
        Tekst(verzoek.Client.Waarde);
        Tekst(verzoek.ReferentieAanbieder);
        Schrijf(verzoek.Product);
        Vlag(verzoek.Periode is not null);
        if (verzoek.Periode is { } periode) Schrijf(periode);
    }

    private void Schrijf(Declaratiemelding melding)
    {
        Tekst(melding.Identificatie);
        Tekst(melding.BasisschemaXsdVersie);
        Tekst(melding.BerichtXsdVersie);
        Tekst(melding.Declaratie.DeclaratieNummer);
        Schrijf(melding.Declaratie.Periode);
        MetTeken(melding.Declaratie.TotaalIngediend);
    }

    private void Schrijf(Prestatie prestatie)
    {
        Tekst(prestatie.Client.Waarde);
        Tekst(prestatie.ReferentieNummer);
        TekstOfNull(prestatie.VorigReferentieNummer);
        Getal(prestatie.ToewijzingNummer);
        Tekst(prestatie.ProductCategorie);
        Tekst(prestatie.ProductCode);
        Schrijf(prestatie.Periode);
        Getal(prestatie.GeleverdVolume);
        Tekst(prestatie.Eenheid);
        GetalOfNull(prestatie.ProductTarief);
        Getal(prestatie.Bedrag);
        Vlag(prestatie.IsCredit);
    }

    private void Schrijf(Product? product)
    {
        TekstOfNull(product?.Categorie);
        if (product is not null) TekstOfNull(product.Code);
    }

    private void Schrijf(Periode periode)
    {
        Datum(periode.Begin);
        Datum(periode.Eind);
    }

    private void Datum(DateOnly datum) => Getal(datum.DayNumber);

    private void DatumOfNull(DateOnly? datum) => GetalOfNull(datum?.DayNumber);

    private void GetalOfNull(int? getal) => Getal(getal is { } waarde ? waarde + 1L : 0);

    private void MetTeken(long getal) => Getal(getal < 0 ? (-getal * 2) - 1 : getal * 2);

    private void Vlag(bool vlag) => Getal(vlag ? 1 : 0);

    private void TekstOfNull(string? tekst)
    {
        if (tekst is null) Getal(0);
        else Getal(Index(tekst) + 1);
    }

    private void Tekst(string tekst) => Getal(Index(tekst));

    private int Index(string tekst)
    {
        if (_teksten.TryGetValue(tekst, out var index)) return index;
        _teksten.Add(tekst, index = _volgorde.Count);
        _volgorde.Add(tekst);
        return index;
    }

    private void Getal(long getal)
    {
        var span = _uit.GetSpan(10);
        var lengte = 0;
        for (var rest = (ulong)getal; ; rest >>= 7)
        {
            span[lengte] = (byte)(rest & 0x7F);
            if (rest > 0x7F) span[lengte] |= 0x80;
            lengte++;
            if (rest <= 0x7F) break;
        }

        _uit.Advance(lengte);
    }
}
