namespace Hub.Measures;

/// <summary>M10: what people had to do by hand; pure functions.</summary>
public static class HandWork
{
    /// <summary>Repeated deliveries, signals and berichten after a refusal, of all berichten; told in tenths per thousand.</summary>
    /// <param name="interventions">What was done.</param>
    /// <param name="berichten">How many berichten there were.</param>
    public static Share Of(IEnumerable<Intervention> interventions, int berichten) => new(interventions.Count(), berichten);

    /// <summary>
    /// How many berichten of one sender came after something of it was refused at level 1: of those after the same refusals the first only.
    /// </summary>
    /// <param name="refusals">When something was refused (UTC).</param>
    /// <param name="berichten">When berichten came in (UTC).</param>
    public static int AfterRefusal(IEnumerable<DateTimeOffset> refusals, IEnumerable<DateTimeOffset> berichten)
    {
        var (count, isAfter) = (0, false);
        foreach (
            var (_, isRefusal) in refusals
                .Select(moment => (moment, true))
                .Concat(berichten.Select(moment => (moment, false)))
                // Of one moment the refusal comes first.
                .OrderBy(one => one.Item1)
                .ThenByDescending(one => one.Item2)
        )
        {
            count += isAfter && !isRefusal ? 1 : 0;
            isAfter = isRefusal;
        }

        return count;
    }
}
