using Ijw.Content;

namespace Hub.Berichten;

/// <summary>A bericht as it was read from the archive.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Bytes">Its bytes; null when they are more than is kept in hand (<see cref="StoredBerichtReader.MaxInHand"/>).</param>
public sealed record ReadBericht(BerichtContent Content, ReadOnlyMemory<byte>? Bytes);
