using Ijw.Content;

namespace Hub.Berichten;

/// <summary>
/// Berichten with what they say, each read once: what one step of the work on a bericht has read, the next need not. For one piece of work;
/// not for use by several threads at a time.
/// </summary>
public sealed class KnownBerichten(IBerichten berichten, StoredBerichtReader reader)
{
    private readonly Dictionary<string, BerichtStatus?> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BerichtContent> _contents = new(StringComparer.Ordinal);

    /// <summary>Keeps what is known already.</summary>
    public void Add(BerichtStatus bericht, BerichtContent content)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        _rows[bericht.BerichtId] = bericht;
        _contents[bericht.BerichtId] = content;
    }

    /// <summary>The state of a bericht; null when there is none with this id.</summary>
    /// <exception cref="StorageException">The table failed.</exception>
    public async Task<BerichtStatus?> FindRowAsync(string berichtId, CancellationToken cancellation)
    {
        if (!_rows.TryGetValue(berichtId, out var row))
        {
            _rows[berichtId] = row = await berichten.FindAsync(berichtId, cancellation).ConfigureAwait(false);
        }
        return row;
    }

    /// <summary>What a bericht says.</summary>
    /// <exception cref="StorageException">The archive failed.</exception>
    public async Task<BerichtContent> ReadAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (!_contents.TryGetValue(bericht.BerichtId, out var content))
        {
            _contents[bericht.BerichtId] = content = await reader.ReadAsync(bericht, cancellation).ConfigureAwait(false);
        }
        return content;
    }

    /// <summary>Both; null when there is none with this id.</summary>
    /// <exception cref="StorageException">The table or the archive failed.</exception>
    public async Task<(BerichtStatus Bericht, BerichtContent Content)?> FindAsync(string berichtId, CancellationToken cancellation)
    {
        if (await FindRowAsync(berichtId, cancellation).ConfigureAwait(false) is not { } bericht)
        {
            return null;
        }
        return (bericht, await ReadAsync(bericht, cancellation).ConfigureAwait(false));
    }
}
