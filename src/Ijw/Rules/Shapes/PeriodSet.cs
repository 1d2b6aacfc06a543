namespace Ijw.Rules.Shapes;

/// <summary>Days covered by periods, kept as periods that don't touch one another, in order.</summary>
internal sealed class PeriodSet
{
    private readonly List<(long Begin, long End)> _periods = [];

    /// <summary>True when some day of <paramref name="period"/> is covered.</summary>
    public bool Overlaps((long Begin, long End) period)
    {
        var at = FirstFrom(period.Begin);
        return period.Begin <= period.End && at < _periods.Count && _periods[at].Begin <= period.End;
    }

    /// <summary>Covers the days of <paramref name="period"/>; one that ends before it begins covers nothing.</summary>
    public void Add((long Begin, long End) period)
    {
        if (period.End < period.Begin)
        {
            return;
        }
        var from = FirstFrom(period.Begin);
        var until = from;
        for (; until < _periods.Count && _periods[until].Begin <= period.End; until++)
        {
            period = (Math.Min(period.Begin, _periods[until].Begin), Math.Max(period.End, _periods[until].End));
        }
        _periods.RemoveRange(from, until - from);
        _periods.Insert(from, period);
    }

    /// <summary>The place of the first period that ends on or after <paramref name="day"/>.</summary>
    private int FirstFrom(long day)
    {
        var (layer, high) = (0, _periods.Count);
        while (layer < high)
        {
            var middle = (layer + high) / 2;
            if (_periods[middle].End < day)
            {
                layer = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return layer;
    }
}
