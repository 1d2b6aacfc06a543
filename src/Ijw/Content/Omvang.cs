namespace Ijw.Content;

/// <summary>How much is assigned or asked.</summary>
/// <param name="Volume">A whole number of units; eurocent when the Eenheid is 83.</param>
/// <param name="Eenheid">WJ756, two characters: 01 minuut, 04 uur, 14 etmaal, 16 dagdeel, 82 stuks (output), 83 euro, 84 stuks
/// (inspanning).</param>
/// <param name="Frequentie">WMO757, one character: 1 per dag, 2 per week, 4 per maand, 6 in total.</param>
public sealed record Omvang(int Volume, string Eenheid, string Frequentie);
