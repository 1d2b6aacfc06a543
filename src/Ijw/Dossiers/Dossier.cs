namespace Ijw.Dossiers;

/// <summary>What the register remembers that one check needs: feiten of one pair and its two parties, with ways to find them.</summary>
/// <remarks>Pure: it is filled with what <see cref="Dossiervraag"/> asks for, and it doesn't matter in what order.</remarks>
public sealed partial class Dossier
{
    private readonly HashSet<(string BerichtId, Feitsoort Soort, int Plaats)> _bekend = [];
    private readonly HashSet<Documentsleutel> _gevraagd = [];
    private readonly string? _zonder;

    /// <summary>An empty dossier.</summary>
    /// <param name="gemeente">The gemeente of the pair: CBS code, 4 digits.</param>
    /// <param name="aanbieder">The aanbieder of the pair: AGB code, 8 digits.</param>
    /// <param name="zonder">The BerichtId of the bericht under test, whose own feiten don't count.</param>
    public Dossier(string gemeente, string aanbieder, string? zonder = null)
    {
        Gemeente = gemeente;
        Aanbieder = aanbieder;
        _zonder = zonder;
    }

    /// <summary>The gemeente of the pair.</summary>
    public string Gemeente { get; }

    /// <summary>The aanbieder of the pair.</summary>
    public string Aanbieder { get; }

    /// <summary>Whether some feit is not answered yet.</summary>
    public bool HeeftOpen { get; private set; }

    /// <summary>The documents that were asked for so far.</summary>
    public IReadOnlySet<Documentsleutel> Gevraagd => _gevraagd;

    /// <summary>Adds what documents hold.</summary>
    /// <param name="gevraagd">The documents that were asked for, also those that are empty.</param>
    /// <param name="feiten">What stands in them; more does no harm, and twice neither.</param>
    public void Voeg(IEnumerable<Documentsleutel> gevraagd, IEnumerable<Feit> feiten)
    {
        ArgumentNullException.ThrowIfNull(gevraagd);
        ArgumentNullException.ThrowIfNull(feiten);
        _gevraagd.UnionWith(gevraagd);
        foreach (var feit in feiten)
        {
            if (feit.Herkomst.BerichtId == _zonder || !_bekend.Add((feit.Herkomst.BerichtId, feit.Soort, feit.Plaats))) continue;
            HeeftOpen |= feit.Herkomst.Staat == Feitstaat.Open;
            if (feit is Prestatiemelding prestatie) _prestaties.Voeg(prestatie, Gemeente, Aanbieder);
            else Bewaar(feit);
        }
    }
}
