namespace Hub.Zaken;

/// <summary>Walks the tries with one zaaksleutel; a pure function.</summary>
public static class ZaakWalk
{
    /// <summary>
    /// The zaken, in the order of their first tries. The first try opens a zaak; a refused one leaves it open; an accepted one closes it;
    /// the next opens a new one. A try that is not answered changes nothing: it belongs to the zaak that is open, or opens one.
    /// </summary>
    /// <param name="attempts">All tries with one zaaksleutel, in any order.</param>
    public static IReadOnlyList<Zaak> Of(IEnumerable<Attempt> attempts)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        var (zaken, open) = (new List<Zaak>(), new List<Attempt>());
        foreach (var attempt in attempts.OrderBy(one => one.Received).ThenBy(one => one.BerichtId, StringComparer.Ordinal))
        {
            open.Add(attempt);
            if (attempt.Verdict == Verdict.Accepted)
            {
                zaken.Add(new Zaak([.. open]));
                open.Clear();
            }
        }

        if (open.Count > 0)
        {
            zaken.Add(new Zaak([.. open]));
        }
        return zaken;
    }

    /// <summary>The refused tries that nobody has got through since: those of the zaak that is still open.</summary>
    public static IReadOnlyList<Attempt> ToRepair(IEnumerable<Attempt> attempts) =>
        Of(attempts) is [.., { Closing: null } last] ? [.. last.Refusals] : [];
}
