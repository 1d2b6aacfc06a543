using Ijw.Dossiers.Facts;

namespace Ijw.Dossiers;

/// <summary>What the register remembers that one check needs: feiten of one pair and its two parties, with ways to find them.</summary>
/// <remarks>Pure: it is filled with what <see cref="Dossiervraag"/> asks for, and it doesn't matter in what order.</remarks>
public sealed partial class Dossier
{
    private readonly Dictionary<string, int> _berichten = new(StringComparer.Ordinal);
    private readonly HashSet<(int Bericht, int Feit)> _bekend = [];
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
            if (feit.Herkomst.BerichtId == _zonder || !IsNieuw(feit)) continue;
            HeeftOpen |= feit.Herkomst.Staat == Feitstaat.Open;
            if (feit is not Prestatiemelding prestatie) Bewaar(feit);
            else if (IsVanPaar(feit.Herkomst)) _prestaties.Voeg(prestatie);
        }
    }

    private bool IsNieuw(Feit feit)
    {
        if (!_berichten.TryGetValue(feit.Herkomst.BerichtId, out var bericht)) _berichten.Add(feit.Herkomst.BerichtId, bericht = _berichten.Count);
        return _bekend.Add((bericht, (feit.Plaats << 4) | (int)feit.Soort));
    }

    private bool IsVanPaar(Herkomst herkomst) => herkomst.Gemeente == Gemeente && herkomst.Aanbieder == Aanbieder;
}
