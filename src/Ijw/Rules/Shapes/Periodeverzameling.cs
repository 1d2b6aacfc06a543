namespace Ijw.Rules.Shapes;

/// <summary>Days covered by periods, kept as periods that don't touch one another, in order.</summary>
internal sealed class Periodeverzameling
{
    private readonly List<(long Begin, long Eind)> _periodes = [];

    /// <summary>True when some day of <paramref name="periode"/> is covered.</summary>
    public bool Overlapt((long Begin, long Eind) periode)
    {
        var at = EersteVanaf(periode.Begin);
        return periode.Begin <= periode.Eind && at < _periodes.Count && _periodes[at].Begin <= periode.Eind;
    }

    /// <summary>Covers the days of <paramref name="periode"/>; one that ends before it begins covers nothing.</summary>
    public void Voeg((long Begin, long Eind) periode)
    {
        if (periode.Eind < periode.Begin) return;
        var van = EersteVanaf(periode.Begin);
        var tot = van;
        for (; tot < _periodes.Count && _periodes[tot].Begin <= periode.Eind; tot++)
            periode = (Math.Min(periode.Begin, _periodes[tot].Begin), Math.Max(periode.Eind, _periodes[tot].Eind));
        _periodes.RemoveRange(van, tot - van);
        _periodes.Insert(van, periode);
    }

    /// <summary>The place of the first period that ends on or after <paramref name="dag"/>.</summary>
    private int EersteVanaf(long dag)
    {
        var (laag, hoog) = (0, _periodes.Count);
        while (laag < hoog)
        {
            var midden = (laag + hoog) / 2;
            if (_periodes[midden].Eind < dag) laag = midden + 1;
            else hoog = midden;
        }

        return laag;
    }
}
