namespace Ijw.Content;

/// <summary>A toewijzing that stays as it is.</summary>
/// <param name="ToewijzingNummer">Its number.</param>
public sealed record OngewijzigdProduct(int ToewijzingNummer);
