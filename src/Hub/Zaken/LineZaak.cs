namespace Hub.Zaken;

/// <summary>One thing that an aanbieder wants to have granted: the debets on a place, up to the granted one.</summary>
/// <param name="Place">What is declared.</param>
/// <param name="Zaak">The debets, as tries.</param>
/// <param name="FirstAmount">The amount of the first debet, in eurocent.</param>
/// <param name="IsCorrection">
/// Whether it comes after a granted debet that was credited in the same declaratie or an earlier one, and that credit is granted: who
/// corrects itself was not refused.
/// </param>
public sealed record LineZaak(DeclaratiePlace Place, Zaak Zaak, long FirstAmount, bool IsCorrection);
