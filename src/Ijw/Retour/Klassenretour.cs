using Ijw.Findings;
using Ijw.Model;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>Copies the classes of a heenbericht into its retour, each with its codes (retour.md 2).</summary>
internal static class Klassenretour
{
    /// <summary>
    /// Adds what the heenbericht holds. A class has the codes found on it; without any it has 0233 when a class around it was refused, so that
    /// it wasn't assessed, and 0200 otherwise (retour.md 2.1).
    /// </summary>
    public static void Vul(Berichtboom retour, Berichtboom heen, Klassecodes codes)
    {
        if (heen.Inhoud is { } inhoud) Kopieer(inhoud, retour.Wortel, codes, buitenAfgewezen: false);
    }

    private static void Kopieer(Knoop van, Knoop naar, Klassecodes codes, bool buitenAfgewezen)
    {
        if (van.Waarde is { } waarde)
        {
            naar.Voeg(van.Naam, waarde);
            return;
        }

        var kopie = naar.Voeg(van.Naam);
        var isKlasse = van.Element.Soort == ElementSoort.Klasse;
        IReadOnlyList<string> gevonden = isKlasse ? codes.Op(van) : [];
        foreach (var kind in van.Kinderen) Kopieer(kind, kopie, codes, buitenAfgewezen || gevonden.Count > 0);
        if (!isKlasse) return;
        if (gevonden.Count == 0) gevonden = [buitenAfgewezen ? Retourcodes.NietBeoordeeld : Retourcodes.GeenOpmerking];
        Retourkop.VulCodes(kopie, gevonden);
    }
}
