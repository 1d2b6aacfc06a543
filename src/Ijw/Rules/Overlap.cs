using Ijw.Reading;

namespace Ijw.Rules;

/// <summary>
/// Finds the same product in overlapping periods (TR302, TR386, TR410). Two are the same when both have a Code and Categorie and Code are
/// equal, when one lacks a Code and the Categorie is equal, or when one has no Product at all. No end date means open.
/// </summary>
internal sealed class Overlap : IGeheugendeel
{
    /// <summary>Up to so many products each is held against all before it; past that they stand in groups.</summary>
    private const int Weinig = 16;

    private const int Geen = -1;

    private readonly Sleutelverzameling _teksten = new();
    private readonly List<Product> _producten = [];
    private readonly Dictionary<(int Categorie, int Code, bool Elk), Periodeverzameling> _groepen = [];

    /// <summary>A product: the numbers of its Categorie and Code among the texts that were seen, and its days.</summary>
    private readonly record struct Product(int Categorie, int Code, (long Begin, long Eind) Periode)
    {
        public bool Overlapt(Product ander) =>
            Periode.Begin <= ander.Periode.Eind && ander.Periode.Begin <= Periode.Eind && IsHetzelfde(ander)
            && Periode.Begin <= Periode.Eind && ander.Periode.Begin <= ander.Periode.Eind;

        private bool IsHetzelfde(Product ander) =>
            Categorie == Geen || ander.Categorie == Geen || (Categorie == ander.Categorie && (Code == Geen || ander.Code == Geen || Code == ander.Code));
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _teksten.Clear();
        _producten.Clear();
        _groepen.Clear();
    }

    /// <summary>Reports each product that overlaps with an earlier one that is the same; the work grows with n log n.</summary>
    /// <param name="product">The class.</param>
    /// <param name="telt">Whether a product counts at all.</param>
    public RecordCheck Check(Klassemodel product, Voorwaarde telt)
    {
        var categorie = product.Veld("Product/Categorie");
        var code = product.Veld("Product/Code");
        var begin = product.Veld(product.Begin());
        var eind = product.Veld(product.Eind());
        return (record, melder) =>
        {
            if (!telt(record)) return;
            var periode = (record.Getal(begin), record.Heeft(eind) ? record.Getal(eind) : long.MaxValue);
            if (OverlaptEerder(new Product(Nummer(record, categorie), Nummer(record, code), periode))) melder.OpKlasse();
        };
    }

    private int Nummer(Record record, Veld veld) => record.Heeft(veld) ? _teksten.Nummer(record.Bytes(veld)) : Geen;

    /// <summary>Whether it overlaps with an earlier one; it is then an earlier one itself.</summary>
    private bool OverlaptEerder(Product product)
    {
        if (_producten.Count < Weinig)
        {
            var overlapt = _producten.Exists(product.Overlapt);
            _producten.Add(product);
            if (_producten.Count == Weinig) _producten.ForEach(Voeg);
            return overlapt;
        }

        var inGroep = OverlaptGroep(product);
        Voeg(product);
        return inGroep;
    }

    private bool OverlaptGroep(Product product)
    {
        var (categorie, code, periode) = product;
        if (categorie == Geen) return Groep(Geen, Geen, elk: true).Overlapt(periode);
        if (Groep(Geen, Geen, elk: false).Overlapt(periode)) return true;
        if (code == Geen) return Groep(categorie, Geen, elk: true).Overlapt(periode);
        return Groep(categorie, code, elk: false).Overlapt(periode) || Groep(categorie, Geen, elk: false).Overlapt(periode);
    }

    private void Voeg(Product product)
    {
        var (categorie, code, periode) = product;
        Groep(categorie, code, elk: false).Voeg(periode);
        Groep(Geen, Geen, elk: true).Voeg(periode);
        if (categorie != Geen) Groep(categorie, Geen, elk: true).Voeg(periode);
    }

    /// <summary>The periods of what is the same product: exactly this one, or anything of it.</summary>
    private Periodeverzameling Groep(int categorie, int code, bool elk)
    {
        if (!_groepen.TryGetValue((categorie, code, elk), out var groep)) _groepen.Add((categorie, code, elk), groep = new Periodeverzameling());
        return groep;
    }
}
