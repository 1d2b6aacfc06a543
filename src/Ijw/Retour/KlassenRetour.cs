using Ijw.Findings;
using Ijw.Model;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>Copies the classes of a heenbericht into its retour, each with its codes (retour.md 2).</summary>
internal static class KlassenRetour
{
    /// <summary>
    /// Adds what the heenbericht holds. A class has the codes found on it; without any it has 0233 when a class around it was refused, so
    /// that it wasn't assessed, and 0200 otherwise (retour.md 2.1).
    /// </summary>
    public static void Fill(BerichtTree retour, BerichtTree heen, KlasseCodes codes)
    {
        if (heen.Content is { } content)
        {
            Copy(content, retour.Root, codes, exceptRefused: false);
        }
    }

    private static void Copy(TreeNode from, TreeNode to, KlasseCodes codes, bool exceptRefused)
    {
        if (from.Value is { } value)
        {
            to.Add(from.Name, value);
            return;
        }

        var copy = to.Add(from.Name);
        var isKlasse = from.Element.Kind == ElementKind.Klasse;
        IReadOnlyList<string> found = isKlasse ? codes.On(from) : [];
        foreach (var kind in from.Children)
        {
            Copy(kind, copy, codes, exceptRefused || found.Count > 0);
        }
        if (!isKlasse)
        {
            return;
        }
        if (found.Count == 0)
        {
            found = [exceptRefused ? Retourcodes.NotJudged : Retourcodes.NoRemark];
        }
        RetourHeader.FillCodes(copy, found);
    }
}
