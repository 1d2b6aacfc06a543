using Ijw;
using Ijw.Content;
using Ijw.Writing;

namespace Hub.Berichten;

/// <summary>
/// A bericht that was read, with all that came of it in one go. No record: as a text it would show what its sender wrote.
/// </summary>
public sealed class ReadBericht
{
    private ReadBericht(BerichtContent content, BerichtHeader header, BerichtTree? tree, ReadOnlyMemory<byte>? bytes) =>
        (Content, Header, Tree, Bytes) = (content, header, tree, bytes);

    /// <summary>What it says.</summary>
    public BerichtContent Content { get; }

    /// <summary>The Header as its sender wrote it, for an answer to repeat; where it may hold a BSN that of the row has a key.</summary>
    public BerichtHeader Header { get; }

    /// <summary>
    /// Its tree, that an answer is made from; null when none was asked for, or the bericht is larger than
    /// <see cref="StoredBerichtReader.MaxInTree"/>.
    /// </summary>
    public BerichtTree? Tree { get; }

    /// <summary>Its bytes; null when they are more than is kept in hand (<see cref="StoredBerichtReader.MaxInHand"/>).</summary>
    public ReadOnlyMemory<byte>? Bytes { get; }

    /// <summary>What a reading gave; null when it was no bericht.</summary>
    internal static ReadBericht? Of(BerichtReadingResult read, ReadOnlyMemory<byte>? bytes) =>
        read is { Content: { } content, Header: { } header } ? new ReadBericht(content, header, read.Tree, bytes) : null;
}
