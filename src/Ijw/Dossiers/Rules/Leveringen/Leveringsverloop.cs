using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Leveringen;

/// <summary>What was reported of a levering before one start or stop of the bericht under test.</summary>
/// <param name="IsBekend">The same start or stop, by its full key, was reported and not removed.</param>
/// <param name="HeeftOpenStart">Some start has no stop.</param>
/// <param name="IsLaatsteStart">The latest start has the Begindatum and product of this one.</param>
/// <param name="Stops">The stops at the same Begindatum.</param>
/// <param name="LaatsteEinde">The latest Einddatum of all stops; null when there are none.</param>
internal sealed record Leveringsstand(bool IsBekend, bool HeeftOpenStart, bool IsLaatsteStart, Stopstand Stops, DateOnly? LaatsteEinde);

/// <summary>The stops that belong to one start.</summary>
/// <param name="Tijdelijk">How many are temporary.</param>
/// <param name="Definitief">How many are final.</param>
/// <param name="Einde">The latest Einddatum; null when there are none.</param>
internal readonly record struct Stopstand(int Tijdelijk, int Definitief, DateOnly? Einde)
{
    /// <summary>True when there is one.</summary>
    public bool IsEr => Tijdelijk + Definitief > 0;
}

/// <summary>
/// The starts and stops of a levering (process.md 5), played back in the order in which they were received; within one bericht what removes
/// comes before what is new, so that a correction fits in one bericht (IV008).
/// </summary>
internal sealed class Leveringsverloop
{
    private readonly Dictionary<DateOnly, Leveringsgroep> _groepen = [];
    private readonly Datumteller _begin = new();
    private readonly Datumteller _einde = new();
    private int _openStarts;

    /// <summary>What there was before each StartProduct, in document order.</summary>
    public static Leveringsstand[] Van(Startbericht bericht, Dossier dossier) => Van(bericht.Producten, bericht.Client.Waarde.Sleutel, dossier);

    /// <summary>What there was before each StopProduct, in document order.</summary>
    public static Leveringsstand[] Van(Stopbericht bericht, Dossier dossier) => Van(bericht.Producten, bericht.Client.Waarde.Sleutel, dossier);

    private static Leveringsstand[] Van<T>(IReadOnlyList<Klasse<T>> producten, Clientsleutel client, Dossier dossier)
        where T : Leveringsproduct
    {
        var verlopen = new Dictionary<Leveringssleutel, Leveringsverloop>();
        var standen = new Leveringsstand[producten.Count];
        foreach (var verwijdering in new[] { true, false })
        {
            for (var i = 0; i < producten.Count; i++)
            {
                var product = producten[i].Waarde;
                if (product.IsVerwijdering != verwijdering) continue;
                var sleutel = Leveringssleutel.Van(client, product);
                if (!verlopen.TryGetValue(sleutel, out var verloop)) verlopen.Add(sleutel, verloop = Terug(dossier.Leveringen(sleutel)));
                standen[i] = verloop.Stand(product);
                verloop.Neem(product);
            }
        }

        return standen;
    }

    private static Leveringsverloop Terug(IReadOnlyList<Feit> feiten)
    {
        var verloop = new Leveringsverloop();
        var volgorde = feiten
            .OrderBy(feit => feit.Herkomst.Moment)
            .ThenBy(feit => feit.Herkomst.BerichtId, StringComparer.Ordinal)
            .ThenBy(feit => Product(feit).IsVerwijdering ? 0 : 1)
            .ThenBy(feit => feit.Plaats);
        foreach (var feit in volgorde) verloop.Neem(Product(feit));
        return verloop;
    }

    private static Leveringsproduct Product(Feit feit) => feit is Startmelding start ? start.Product : ((Stopmelding)feit).Product;

    private Leveringsstand Stand(Leveringsproduct product)
    {
        var groep = _groepen.GetValueOrDefault(product.Begindatum);
        return new Leveringsstand(
            groep?.Bevat(product) == true,
            _openStarts > 0,
            _begin.Laatste == product.Begindatum && groep!.HeeftStart(product.Product),
            groep?.Stops ?? default,
            _einde.Laatste);
    }

    private void Neem(Leveringsproduct product)
    {
        if (!_groepen.TryGetValue(product.Begindatum, out var groep)) _groepen.Add(product.Begindatum, groep = new Leveringsgroep());
        var open = groep.OpenStarts;
        if (!groep.Neem(product)) return;
        _openStarts += groep.OpenStarts - open;
        var teken = product.IsVerwijdering ? -1 : 1;
        if (product is StopProduct stop) _einde.Tel(stop.Einddatum, teken);
        else _begin.Tel(product.Begindatum, teken);
    }
}

/// <summary>The starts and stops with one Begindatum.</summary>
internal sealed class Leveringsgroep
{
    private readonly HashSet<ValueTuple<Product?>> _starts = [];
    private readonly HashSet<(Product? Product, string Reden, DateOnly Einde)> _stops = [];
    private readonly Datumteller _eindes = new();
    private int _tijdelijk;

    /// <summary>The stops.</summary>
    public Stopstand Stops => new(_tijdelijk, _stops.Count - _tijdelijk, _eindes.Laatste);

    /// <summary>How many starts have no stop.</summary>
    public int OpenStarts => _stops.Count > 0 ? 0 : _starts.Count;

    /// <summary>Whether there is a start of the product.</summary>
    public bool HeeftStart(Product? product) => _starts.Contains(new(product));

    /// <summary>Whether there is this start or stop.</summary>
    public bool Bevat(Leveringsproduct product) => product is StopProduct stop ? _stops.Contains(Sleutel(stop)) : HeeftStart(product.Product);

    /// <summary>Adds or removes it; false when that changes nothing.</summary>
    public bool Neem(Leveringsproduct product)
    {
        if (product is not StopProduct stop) return product.IsVerwijdering ? _starts.Remove(new(product.Product)) : _starts.Add(new(product.Product));
        if (!(stop.IsVerwijdering ? _stops.Remove(Sleutel(stop)) : _stops.Add(Sleutel(stop)))) return false;
        var teken = stop.IsVerwijdering ? -1 : 1;
        if (stop.IsTijdelijk) _tijdelijk += teken;
        _eindes.Tel(stop.Einddatum, teken);
        return true;
    }

    private static (Product? Product, string Reden, DateOnly Einde) Sleutel(StopProduct stop) => (stop.Product, stop.RedenBeeindiging, stop.Einddatum);
}

/// <summary>Counts dates, and knows the latest.</summary>
internal sealed class Datumteller
{
    private readonly Dictionary<DateOnly, int> _aantallen = [];
    private readonly SortedSet<DateOnly> _datums = [];

    /// <summary>The latest date; null when there is none.</summary>
    public DateOnly? Laatste => _datums.Count == 0 ? null : _datums.Max;

    /// <summary>Counts one more, or one less.</summary>
    public void Tel(DateOnly datum, int teken)
    {
        var aantal = _aantallen.GetValueOrDefault(datum) + teken;
        _aantallen[datum] = aantal;
        if (aantal == 0) _datums.Remove(datum);
        else _datums.Add(datum);
    }
}
