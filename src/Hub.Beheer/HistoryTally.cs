using Hub.Historie;

namespace Hub.Beheer;

/// <summary>What came of the files that were found.</summary>
internal sealed class HistoryTally
{
    private readonly Dictionary<Historieuitkomst, int> _outcomes = [];
    private readonly HashSet<string> _aanbieders = new(StringComparer.Ordinal);
    private int _unread;

    /// <summary>All that was found.</summary>
    public int Total => _outcomes.Values.Sum() + _unread;

    /// <summary>True when the hub has at least one bericht of it.</summary>
    public bool HasLoaded => _aanbieders.Count > 0;

    /// <summary>True when the hub has all of it.</summary>
    public bool IsWhole => Of(Historieuitkomst.Geweigerd) + _unread == 0;

    /// <summary>Counts a file that was read.</summary>
    public void Count(Historieresultaat result)
    {
        _outcomes[result.Uitkomst] = Of(result.Uitkomst) + 1;
        if (result is { Uitkomst: not Historieuitkomst.Geweigerd, Aanbieder: { } aanbieder }) _aanbieders.Add(aanbieder);
    }

    /// <summary>Counts something that could not be read.</summary>
    public void CountUnread() => _unread++;

    /// <summary>True when the hub has at least one bericht of this aanbieder.</summary>
    public bool HasLoadedOf(string aanbieder) => _aanbieders.Contains(aanbieder);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        Getal.Nederlands,
        $"{Total:N0} bestanden: {Of(Historieuitkomst.Opgenomen):N0} opgenomen, {Of(Historieuitkomst.WasEr):N0} waren er al, ")
        + string.Create(Getal.Nederlands, $"{Of(Historieuitkomst.Geweigerd):N0} geweigerd, {_unread:N0} niet gelezen.");

    private int Of(Historieuitkomst outcome) => _outcomes.GetValueOrDefault(outcome);
}
