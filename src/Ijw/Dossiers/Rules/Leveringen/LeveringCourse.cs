using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>The stops that belong to one start.</summary>
/// <param name="Temporary">How many are temporary.</param>
/// <param name="Definitive">How many are final.</param>
/// <param name="End">The latest Einddatum; null when there are none.</param>
internal readonly record struct StopState(int Temporary, int Definitive, DateOnly? End)
{
    /// <summary>True when there is one.</summary>
    public bool IsThere => Temporary + Definitive > 0;
}

/// <summary>
/// The starts and stops of a levering (process.md 5), played back in the order in which they were received; within one bericht what removes
/// comes before what is new, so that a correction fits in one bericht (IV008).
/// </summary>
internal sealed class LeveringCourse
{
    private readonly Dictionary<DateOnly, LeveringGroup> _groups = [];
    private readonly DateCounter _begin = new();
    private readonly DateCounter _end = new();
    private int _openStarts;

    /// <summary>What there was before each StartProduct, in document order.</summary>
    public static LeveringState[] Of(Startbericht bericht, Dossier dossier) => Of(bericht.Products, bericht.Client.Value.Key, dossier);

    /// <summary>What there was before each StopProduct, in document order.</summary>
    public static LeveringState[] Of(Stopbericht bericht, Dossier dossier) => Of(bericht.Products, bericht.Client.Value.Key, dossier);

    private static LeveringState[] Of<T>(IReadOnlyList<Klasse<T>> products, ClientKey client, Dossier dossier)
        where T : LeveringProduct
    {
        var expired = new Dictionary<LeveringKey, LeveringCourse>();
        var states = new LeveringState[products.Count];
        foreach (var removal in new[] { true, false })
        {
            for (var i = 0; i < products.Count; i++)
            {
                var product = products[i].Value;
                if (product.IsRemoval != removal)
                {
                    continue;
                }
                var key = LeveringKey.Of(client, product);
                if (!expired.TryGetValue(key, out var course))
                {
                    expired.Add(key, course = Back(dossier.Leveringen(key)));
                }
                states[i] = course.State(product);
                course.Take(product);
            }
        }

        return states;
    }

    private static LeveringCourse Back(IReadOnlyList<Fact> facts)
    {
        var course = new LeveringCourse();
        var order = facts
            .OrderBy(fact => fact.Origin.Moment)
            .ThenBy(fact => fact.Origin.BerichtId, StringComparer.Ordinal)
            .ThenBy(fact => Product(fact).IsRemoval ? 0 : 1)
            .ThenBy(fact => fact.Place);
        foreach (var fact in order)
        {
            course.Take(Product(fact));
        }
        return course;
    }

    private static LeveringProduct Product(Fact fact) => fact is StartNotice start ? start.Product : ((StopNotice)fact).Product;

    private LeveringState State(LeveringProduct product)
    {
        var group = _groups.GetValueOrDefault(product.Begindatum);
        return new LeveringState(
            group?.Contains(product) == true,
            _openStarts > 0,
            _begin.Last == product.Begindatum && group!.HasStart(product.Product),
            group?.Stops ?? default,
            _end.Last
        );
    }

    private void Take(LeveringProduct product)
    {
        if (!_groups.TryGetValue(product.Begindatum, out var group))
        {
            _groups.Add(product.Begindatum, group = new LeveringGroup());
        }
        var open = group.OpenStarts;
        if (!group.Take(product))
        {
            return;
        }
        _openStarts += group.OpenStarts - open;
        var character = product.IsRemoval ? -1 : 1;
        if (product is StopProduct stop)
        {
            _end.Tally(stop.Einddatum, character);
        }
        else
        {
            _begin.Tally(product.Begindatum, character);
        }
    }
}

/// <summary>The starts and stops with one Begindatum.</summary>
internal sealed class LeveringGroup
{
    private readonly HashSet<ValueTuple<Product?>> _starts = [];
    private readonly HashSet<(Product? Product, string Reason, DateOnly End)> _stops = [];
    private readonly DateCounter _ends = new();
    private int _temporary;

    /// <summary>The stops.</summary>
    public StopState Stops => new(_temporary, _stops.Count - _temporary, _ends.Last);

    /// <summary>How many starts have no stop.</summary>
    public int OpenStarts => _stops.Count > 0 ? 0 : _starts.Count;

    /// <summary>Whether there is a start of the product.</summary>
    public bool HasStart(Product? product) => _starts.Contains(new(product));

    /// <summary>Whether there is this start or stop.</summary>
    public bool Contains(LeveringProduct product) => product is StopProduct stop ? _stops.Contains(Key(stop)) : HasStart(product.Product);

    /// <summary>Adds or removes it; false when that changes nothing.</summary>
    public bool Take(LeveringProduct product)
    {
        if (product is not StopProduct stop)
        {
            return product.IsRemoval ? _starts.Remove(new(product.Product)) : _starts.Add(new(product.Product));
        }
        if (!(stop.IsRemoval ? _stops.Remove(Key(stop)) : _stops.Add(Key(stop))))
        {
            return false;
        }
        var character = stop.IsRemoval ? -1 : 1;
        if (stop.IsTemporary)
        {
            _temporary += character;
        }
        _ends.Tally(stop.Einddatum, character);
        return true;
    }

    private static (Product? Product, string Reason, DateOnly End) Key(StopProduct stop) =>
        (stop.Product, stop.RedenBeeindiging, stop.Einddatum);
}

/// <summary>Counts dates, and knows the latest.</summary>
internal sealed class DateCounter
{
    private readonly Dictionary<DateOnly, int> _counts = [];
    private readonly SortedSet<DateOnly> _dates = [];

    /// <summary>The latest date; null when there is none.</summary>
    public DateOnly? Last => _dates.Count == 0 ? null : _dates.Max;

    /// <summary>Counts one more, or one less.</summary>
    public void Tally(DateOnly date, int character)
    {
        var count = _counts.GetValueOrDefault(date) + character;
        _counts[date] = count;
        if (count == 0)
        {
            _dates.Remove(date);
        }
        else
        {
            _dates.Add(date);
        }
    }
}
