using Ijw.Findings;
using Ijw.Reading;

namespace Ijw.Writing;

/// <summary>Makes a <see cref="BerichtTree"/> of bytes that come in pieces.</summary>
internal sealed class TreeReader
{
    private readonly BerichtReader _reader;
    private readonly TreeObserver _tree;

    /// <summary>Starts reading a bericht.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="keeps">What a <see cref="TreeObserver"/> keeps, so that the tree of a large bericht stays small; null keeps
    /// all.</param>
    public TreeReader(CheckOptions? options = null, Func<Record, bool, bool>? keeps = null)
    {
        _reader = Readers.Take(options ?? CheckOptions.Standard);
        _tree = new TreeObserver(_reader, keeps: keeps);
        _reader.Observe(_tree);
    }

    /// <summary>Reads a whole stream, which stays open.</summary>
    public async Task<BerichtTree?> ReadAsync(Stream bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        await _reader.FeedAsync(bericht, cancellation).ConfigureAwait(false);
        return Complete();
    }

    /// <summary>Takes the next bytes.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => _reader.Feed(bytes);

    /// <summary>Says that all bytes have come in, and gives the tree; null when the bericht is not level 1 clean.</summary>
    public BerichtTree? Complete()
    {
        var tree = _reader.Complete() ? _tree.Make() : null;
        Readers.GiveBack(_reader);
        return tree;
    }
}
