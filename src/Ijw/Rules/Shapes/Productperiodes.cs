using System.Text;
using Ijw.Reading.Keys;

namespace Ijw.Rules.Shapes;

/// <summary>
/// Products with the days they cover. Two are the same when both have a Code and Categorie and Code are equal, when one lacks a Code and the
/// Categorie is equal, or when one has no Product at all (TR302).
/// </summary>
internal sealed class Productperiodes
{
    /// <summary>The number of a text that is not there.</summary>
    public const int Geen = 0;

    /// <summary>Up to so many products each is held against all before it; past that they stand in groups.</summary>
    private const int Weinig = 16;

    private readonly Sleutelverzameling _teksten = new();
    private readonly List<Product> _producten = [];
    private readonly Dictionary<(int Categorie, int Code, bool Elk), Periodeverzameling> _groepen = [];

    /// <summary>A product: the numbers of its Categorie and Code, and its days.</summary>
    private readonly record struct Product(int Categorie, int Code, (long Begin, long Eind) Periode)
    {
        public bool Overlapt(Product ander) =>
            Periode.Begin <= ander.Periode.Eind && ander.Periode.Begin <= Periode.Eind && IsHetzelfde(ander)
            && Periode.Begin <= Periode.Eind && ander.Periode.Begin <= ander.Periode.Eind;

        private bool IsHetzelfde(Product ander) =>
            Categorie == Geen || ander.Categorie == Geen || (Categorie == ander.Categorie && (Code == Geen || ander.Code == Geen || Code == ander.Code));
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _teksten.Clear();
        _producten.Clear();
        _groepen.Clear();
    }

    /// <summary>The number of a Categorie or Code, which equal ones share.</summary>
    public int Nummer(ReadOnlySpan<byte> tekst) => _teksten.Nummer(tekst);

    /// <summary>The number of a Categorie or Code; <see cref="Geen"/> when it isn't there.</summary>
    public int Nummer(string? tekst) => tekst is null ? Geen : Nummer(Encoding.UTF8.GetBytes(tekst));

    /// <summary>True when a product that is the same covers some day of <paramref name="periode"/>.</summary>
    public bool Overlapt(int categorie, int code, (long Begin, long Eind) periode)
    {
        if (_producten.Count < Weinig) return OverlaptEen(new Product(categorie, code, periode));
        if (categorie == Geen) return Groep(Geen, Geen, elk: true).Overlapt(periode);
        if (Groep(Geen, Geen, elk: false).Overlapt(periode)) return true;
        if (code == Geen) return Groep(categorie, Geen, elk: true).Overlapt(periode);
        return Groep(categorie, code, elk: false).Overlapt(periode) || Groep(categorie, Geen, elk: false).Overlapt(periode);
    }

    /// <summary>Adds a product.</summary>
    public void Voeg(int categorie, int code, (long Begin, long Eind) periode)
    {
        var product = new Product(categorie, code, periode);
        if (_producten.Count == Weinig)
        {
            VoegInGroepen(product);
            return;
        }

        _producten.Add(product);
        if (_producten.Count == Weinig) _producten.ForEach(VoegInGroepen);
    }

    private bool OverlaptEen(Product product)
    {
        foreach (var ander in _producten)
            if (product.Overlapt(ander)) return true;
        return false;
    }

    private void VoegInGroepen(Product product)
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
