using System.Collections.Immutable;

namespace Hub.Termijnen;

/// <summary>
/// What a bericht does to the clocks of its pair, before it is written: who must be told of it can be told first. For one piece of work;
/// not for use by several threads at a time.
/// </summary>
public sealed class TermijnPlan
{
    private readonly ITermijnen _termijnen;
    private readonly Pair _pair;
    private readonly Dictionary<string, Termijn?> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Termijn> _after = new(StringComparer.Ordinal);

    internal TermijnPlan(ITermijnen termijnen, Pair pair) => (_termijnen, _pair) = (termijnen, pair);

    /// <summary>Nothing changes.</summary>
    public bool IsEmpty => _after.Count == 0;

    /// <summary>The clocks that it touches, as they will be, by key.</summary>
    internal IReadOnlyDictionary<string, Termijn> After => _after;

    /// <summary>A clock as it is stored; null when it is not, or was not asked for.</summary>
    internal Termijn? Before(string key) => _before.GetValueOrDefault(key);

    /// <summary>
    /// What becomes of the clocks in the worklists. A stop is due only on what has started; what has not changed is not among them.
    /// </summary>
    public IReadOnlyList<ListedTermijn> Listed()
    {
        // A start says whether a stop is due, so both are looked at when one is touched.
        var keys = _after.Keys.Concat(_after.Keys.Select(TermijnKey.Sibling).OfType<string>()).Distinct(StringComparer.Ordinal);
        return
        [
            .. keys.Select(key => new ListedTermijn(Shown(key, Before), Shown(key, Now)))
                .Where(listed => listed.Before?.Setting != listed.After?.Setting),
        ];
    }

    /// <summary>Makes changes, on top of those before.</summary>
    /// <param name="changes">What changes.</param>
    /// <param name="isBlind">Whether the clocks are taken not to be there without looking; writing tells when that is wrong.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table failed.</exception>
    internal async Task ChangeAsync(IReadOnlyCollection<TermijnChange> changes, bool isBlind, CancellationToken cancellation)
    {
        await LoadAsync(changes.Select(change => change.Key), isBlind, cancellation).ConfigureAwait(false);
        foreach (var change in changes)
        {
            var termijn = Now(change.Key);
            if (change.AsSet && termijn?.Setting is null)
            {
                continue;
            }
            var basis = termijn ?? new Termijn { Pair = _pair, Key = change.Key };
            var after = change.Change(basis);
            if (termijn is not null || !ReferenceEquals(after, basis))
            {
                _after[change.Key] = after;
            }
        }
    }

    private Termijn? Now(string key) => _after.GetValueOrDefault(key) ?? Before(key);

    private static Termijn? Shown(string key, Func<string, Termijn?> find) =>
        find(key) is { Runs: true } termijn
        && (!TermijnKey.IsStop(key) || find(TermijnKey.StartAt(key)) is { Stopped: not null, IsLapsed: false })
            ? termijn
            : null;

    private async Task LoadAsync(IEnumerable<string> keys, bool isBlind, CancellationToken cancellation)
    {
        var asked = keys.SelectMany(key => (string?[])[key, TermijnKey.Sibling(key)])
            .OfType<string>()
            .Where(key => !_before.ContainsKey(key))
            .ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
        {
            return;
        }
        var found = isBlind
            ? ImmutableDictionary<string, Termijn>.Empty
            : await _termijnen.FindAsync(_pair, asked, cancellation).ConfigureAwait(false);
        foreach (var key in asked)
        {
            _before[key] = found.GetValueOrDefault(key);
        }
    }
}
