using System.Collections.Frozen;

namespace Hub.Termijnen;

/// <summary>Counts werkdagen: Monday to Friday, without the public holidays and without the days that are free here (process.md 2).</summary>
/// <param name="vrijeDagen">Days that are free besides the public holidays.</param>
public sealed class Werkdagen(IEnumerable<DateOnly> vrijeDagen)
{
    private readonly FrozenSet<DateOnly> _vrijeDagen = vrijeDagen.ToFrozenSet();

    /// <summary>Whether <paramref name="dag"/> counts.</summary>
    public bool Is(DateOnly dag) =>
        dag.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Feestdagen.Is(dag) && !_vrijeDagen.Contains(dag);

    /// <summary>The last day of a term of <paramref name="aantal"/> werkdagen (1 or more) that begins on <paramref name="dag"/>, itself day 0.</summary>
    public DateOnly Na(DateOnly dag, int aantal)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(aantal);
        while (aantal > 0)
        {
            dag = dag.AddDays(1);
            if (Is(dag)) aantal--;
        }

        return dag;
    }
}
