using Ijw.Inhoud;

namespace Hub.Berichten;

/// <summary>A bericht as it was read from the archive.</summary>
/// <param name="Inhoud">What it says.</param>
/// <param name="Bytes">Its bytes; null when they are more than is kept in hand (<see cref="Berichtlezer.MaxInHand"/>).</param>
public sealed record ReadBericht(Berichtinhoud Inhoud, ReadOnlyMemory<byte>? Bytes);
