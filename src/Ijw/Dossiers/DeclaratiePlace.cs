using Ijw.Content;

namespace Ijw.Dossiers;

/// <summary>What is declared at most once (TR389): a product in a period on a toewijzing.</summary>
internal readonly record struct DeclaratiePlace(int ToewijzingNummer, string ProductCategorie, string ProductCode, Period Period)
{
    /// <summary>That of a prestatie.</summary>
    public static DeclaratiePlace Of(Prestatie prestatie) =>
        new(prestatie.ToewijzingNummer, prestatie.ProductCategorie, prestatie.ProductCode, prestatie.Period);
}
