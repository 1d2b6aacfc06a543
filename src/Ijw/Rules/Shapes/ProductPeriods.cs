using System.Text;
using Ijw.Reading.Keys;

namespace Ijw.Rules.Shapes;

/// <summary>
/// Products with the days they cover. Two are the same when both have a Code and Categorie and Code are equal, when one lacks a Code and
/// the Categorie is equal, or when one has no Product at all (TR302).
/// </summary>
internal sealed class ProductPeriods
{
    /// <summary>The number of a text that is not there.</summary>
    public const int No = 0;

    /// <summary>Up to so many products each is held against all before it; past that they stand in groups.</summary>
    private const int Few = 16;

    private readonly KeySet _texts = new();
    private readonly List<Product> _products = [];
    private readonly Dictionary<(int Category, int Code, bool Each), PeriodSet> _groups = [];

    /// <summary>A product: the numbers of its Categorie and Code, and its days.</summary>
    private readonly record struct Product(int Category, int Code, (long Begin, long End) Period)
    {
        public bool Overlaps(Product other) =>
            Period.Begin <= other.Period.End
            && other.Period.Begin <= Period.End
            && IsSame(other)
            && Period.Begin <= Period.End
            && other.Period.Begin <= other.Period.End;

        private bool IsSame(Product other) =>
            Category == No
            || other.Category == No
            || (Category == other.Category && (Code == No || other.Code == No || Code == other.Code));
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _texts.Clear();
        _products.Clear();
        _groups.Clear();
    }

    /// <summary>The number of a Categorie or Code, which equal ones share.</summary>
    public int Number(ReadOnlySpan<byte> text) => _texts.Number(text);

    /// <summary>The number of a Categorie or Code; <see cref="No"/> when it isn't there.</summary>
    public int Number(string? text) => text is null ? No : Number(Encoding.UTF8.GetBytes(text));

    /// <summary>True when a product that is the same covers some day of <paramref name="period"/>.</summary>
    public bool Overlaps(int category, int code, (long Begin, long End) period)
    {
        if (_products.Count < Few)
        {
            return OverlapsOne(new Product(category, code, period));
        }
        if (category == No)
        {
            return Group(No, No, each: true).Overlaps(period);
        }
        if (Group(No, No, each: false).Overlaps(period))
        {
            return true;
        }
        if (code == No)
        {
            return Group(category, No, each: true).Overlaps(period);
        }
        return Group(category, code, each: false).Overlaps(period) || Group(category, No, each: false).Overlaps(period);
    }

    /// <summary>Adds a product.</summary>
    public void Add(int category, int code, (long Begin, long End) period)
    {
        var product = new Product(category, code, period);
        if (_products.Count == Few)
        {
            InsertInGroups(product);
            return;
        }

        _products.Add(product);
        if (_products.Count == Few)
        {
            _products.ForEach(InsertInGroups);
        }
    }

    private bool OverlapsOne(Product product)
    {
        foreach (var other in _products)
        {
            if (product.Overlaps(other))
            {
                return true;
            }
        }
        return false;
    }

    private void InsertInGroups(Product product)
    {
        var (category, code, period) = product;
        Group(category, code, each: false).Add(period);
        Group(No, No, each: true).Add(period);
        if (category != No)
        {
            Group(category, No, each: true).Add(period);
        }
    }

    /// <summary>The periods of what is the same product: exactly this one, or anything of it.</summary>
    private PeriodSet Group(int category, int code, bool each)
    {
        if (!_groups.TryGetValue((category, code, each), out var group))
        {
            _groups.Add((category, code, each), group = new PeriodSet());
        }
        return group;
    }
}
