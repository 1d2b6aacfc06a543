using Ijw.Dossiers.Facts;

namespace Ijw.Dossiers;

/// <summary>What the register remembers that one check needs: feiten of one pair and its two parties, with ways to find them.</summary>
/// <remarks>Pure: it is filled with what <see cref="DossierQuestion"/> asks for, and it doesn't matter in what order.</remarks>
public sealed partial class Dossier
{
    private readonly Dictionary<string, int> _berichten = new(StringComparer.Ordinal);
    private readonly HashSet<(int Bericht, int Fact)> _known = [];
    private readonly HashSet<DocumentKey> _asked = [];
    private readonly string? _without;

    /// <summary>An empty dossier.</summary>
    /// <param name="gemeente">The gemeente of the pair: CBS code, 4 digits.</param>
    /// <param name="aanbieder">The aanbieder of the pair: AGB code, 8 digits.</param>
    /// <param name="without">The BerichtId of the bericht under test, whose own feiten don't count.</param>
    public Dossier(string gemeente, string aanbieder, string? without = null)
    {
        Gemeente = gemeente;
        Aanbieder = aanbieder;
        _without = without;
    }

    /// <summary>The gemeente of the pair.</summary>
    public string Gemeente { get; }

    /// <summary>The aanbieder of the pair.</summary>
    public string Aanbieder { get; }

    /// <summary>Whether some feit is not answered yet.</summary>
    public bool HasOpen { get; private set; }

    /// <summary>The documents that were asked for so far.</summary>
    public IReadOnlySet<DocumentKey> Asked => _asked;

    /// <summary>The prestaties of the pair on a toewijzing, whatever became of them, in no order.</summary>
    public IReadOnlyList<PrestatieNotice> PrestatiesOn(int toewijzingNummer) => Prestaties.OnToewijzing(toewijzingNummer);

    /// <summary>Adds what documents hold.</summary>
    /// <param name="asked">The documents that were asked for, also those that are empty.</param>
    /// <param name="facts">What stands in them; more does no harm, and twice neither.</param>
    public void Add(IEnumerable<DocumentKey> asked, IEnumerable<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(facts);
        _asked.UnionWith(asked);
        foreach (var fact in facts)
        {
            if (fact.Origin.BerichtId == _without || !IsNew(fact))
            {
                continue;
            }
            HasOpen |= fact.Origin.State == FactState.Open;
            if (fact is not PrestatieNotice prestatie)
            {
                Store(fact);
            }
            else if (IsOfPair(fact.Origin))
            {
                _prestaties.Add(prestatie);
            }
        }
    }

    private bool IsNew(Fact fact)
    {
        if (!_berichten.TryGetValue(fact.Origin.BerichtId, out var bericht))
        {
            _berichten.Add(fact.Origin.BerichtId, bericht = _berichten.Count);
        }
        return _known.Add((bericht, (fact.Place << 4) | (int)fact.Kind));
    }

    private bool IsOfPair(Origin origin) => origin.Gemeente == Gemeente && origin.Aanbieder == Aanbieder;
}
