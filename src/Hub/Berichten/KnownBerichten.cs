using Ijw.Inhoud;

namespace Hub.Berichten;

/// <summary>
/// Berichten with what they say, each read once: what one step of the work on a bericht has read, the next need not. For one piece of work;
/// not for use by several threads at a time.
/// </summary>
public sealed class KnownBerichten(IBerichten berichten, Berichtlezer lezer)
{
    private readonly Dictionary<string, BerichtStatus?> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Berichtinhoud> _contents = new(StringComparer.Ordinal);

    /// <summary>Keeps what is known already.</summary>
    public void Add(BerichtStatus bericht, Berichtinhoud inhoud)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        _rows[bericht.BerichtId] = bericht;
        _contents[bericht.BerichtId] = inhoud;
    }

    /// <summary>The state of a bericht; null when there is none with this id.</summary>
    /// <exception cref="OpslagException">The table failed.</exception>
    public async Task<BerichtStatus?> FindRowAsync(string berichtId, CancellationToken cancellation)
    {
        if (!_rows.TryGetValue(berichtId, out var row))
            _rows[berichtId] = row = await berichten.ZoekAsync(berichtId, cancellation).ConfigureAwait(false);
        return row;
    }

    /// <summary>What a bericht says.</summary>
    /// <exception cref="OpslagException">The archive failed.</exception>
    public async Task<Berichtinhoud> ReadAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (!_contents.TryGetValue(bericht.BerichtId, out var inhoud))
            _contents[bericht.BerichtId] = inhoud = await lezer.LeesAsync(bericht, cancellation).ConfigureAwait(false);
        return inhoud;
    }

    /// <summary>Both; null when there is none with this id.</summary>
    /// <exception cref="OpslagException">The table or the archive failed.</exception>
    public async Task<(BerichtStatus Bericht, Berichtinhoud Inhoud)?> FindAsync(string berichtId, CancellationToken cancellation)
    {
        if (await FindRowAsync(berichtId, cancellation).ConfigureAwait(false) is not { } bericht) return null;
        return (bericht, await ReadAsync(bericht, cancellation).ConfigureAwait(false));
    }
}
