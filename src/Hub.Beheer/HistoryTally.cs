using Hub.History;

namespace Hub.Beheer;

/// <summary>What came of the files that were found.</summary>
internal sealed class HistoryTally
{
    private readonly Dictionary<HistoryOutcome, int> _outcomes = [];
    private readonly HashSet<string> _aanbieders = new(StringComparer.Ordinal);
    private int _unread;

    /// <summary>All that was found.</summary>
    public int Total => _outcomes.Values.Sum() + _unread;

    /// <summary>True when the hub has at least one bericht of it.</summary>
    public bool HasLoaded => _aanbieders.Count > 0;

    /// <summary>True when the hub has all of it.</summary>
    public bool IsWhole => Of(HistoryOutcome.Refused) + _unread == 0;

    /// <summary>Counts a file that was read.</summary>
    public void Count(HistoryFileOutcome result)
    {
        _outcomes[result.Outcome] = Of(result.Outcome) + 1;
        if (result is { Outcome: not HistoryOutcome.Refused, Aanbieder: { } aanbieder })
        {
            _aanbieders.Add(aanbieder);
        }
    }

    /// <summary>Counts something that could not be read.</summary>
    public void CountUnread() => _unread++;

    /// <summary>True when the hub has at least one bericht of this aanbieder.</summary>
    public bool HasLoadedOf(string aanbieder) => _aanbieders.Contains(aanbieder);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            Number.Dutch,
            $"{Total:N0} bestanden: {Of(HistoryOutcome.Included):N0} opgenomen, {Of(HistoryOutcome.WasThere):N0} waren er al, "
        ) + string.Create(Number.Dutch, $"{Of(HistoryOutcome.Refused):N0} geweigerd, {_unread:N0} niet gelezen.");

    private int Of(HistoryOutcome outcome) => _outcomes.GetValueOrDefault(outcome);
}
