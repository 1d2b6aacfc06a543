using System.Globalization;
using Ijw.Examples;
using Ijw.Tests.Shared;
using Ijw.Writing;

namespace Ijw.Tests.Retour;

/// <summary>Heenberichten to be answered, findings on them, and ways to look at an answer.</summary>
internal static class Heenberichten
{
    public const string Identificatie = "R00000000001";

    public static readonly DateOnly Dagtekening = new(2026, 11, 23);

    /// <summary>The six that get a retour.</summary>
    public static TheoryData<string> WithRetour => ["JW301", "JW305", "JW307", "JW315", "JW317", "JW319"];

    /// <summary>A finding of level 3.</summary>
    public static Bevinding Bevinding(string path, string? code, int level = 3) => new(level, $"TR{code?[1..]}", code, path, 1, 1, "");

    /// <summary>A valid JW323 with these signed amounts in eurocent per client.</summary>
    public static BerichtTree Declaratie(params long[][] clienten)
    {
        var tree = BerichtGenerator.MakeTree(Standard.Find("JW323")!, 1, new GeneratorOptions { Clienten = clienten.Length, Products = 1 });
        var updated = new BerichtTree(tree.Kind);
        updated.Root.Add(Copy(tree.Header));
        var declaratie = updated.Root.Add("Declaratie");
        foreach (var field in tree.Content!.Children.Where(kind => kind.Name is not ("TotaalIngediendBedrag" or "Clienten")))
        {
            declaratie.Add(Copy(field));
        }
        declaratie.Add("TotaalIngediendBedrag").FillTotal(clienten.Sum(amounts => amounts.Sum()));
        var list = declaratie.Add("Clienten");
        for (var i = 0; i < clienten.Length; i++)
        {
            var prestaties = list.Add("Client").Add("Bsn", tree.Content.Kind("Clienten")!.Children[i].Read("Bsn")!).Add("Prestaties");
            for (var j = 0; j < clienten[i].Length; j++)
            {
                Prestatie(prestaties.Add("Prestatie"), $"{i}-{j}", clienten[i][j]);
            }
        }

        Assert.Equal(Oordeel.Approved, Checks.Check(updated.Write()).Oordeel);
        return updated;
    }

    /// <summary>Reads an answer; fails unless it is valid at level 1 and 2, and for the published schemas when they are there.</summary>
    public static BerichtTree Read(byte[] answer)
    {
        Assert.Empty(Checks.Check(answer).Bevindingen);
        Assert.Null(Schemas.OwnObjection(answer));
        if (StandardFolder.Path is not null)
        {
            Assert.Null(Schemas.Objection(answer));
        }
        return BerichtTree.Read(answer)!;
    }

    /// <summary>The retourcodes of a class with spaces between them; empty when it has none.</summary>
    public static string Codes(this TreeNode klasse) =>
        string.Join(' ', (klasse.Kind("RetourCodes")?.Children ?? []).Select(code => code.Value));

    /// <summary>What an element says, without retourcodes.</summary>
    public static string Content(this TreeNode node) =>
        node.Value is { } value
            ? $"<{node.Name}>{value}"
            : $"<{node.Name}>{string.Concat(node.Children.Where(kind => kind.Name != "RetourCodes").Select(Content))}</>";

    private static void Prestatie(TreeNode prestatie, string reference, long amount)
    {
        var group = prestatie.Add("ProductReferentie").Add("ReferentieNummer", $"P{reference}");
        if (amount < 0)
        {
            group.Add("VorigReferentieNummer", $"V{reference}");
        }
        var cent = Math.Abs(amount).ToString(CultureInfo.InvariantCulture);
        prestatie.Add("ToewijzingNummer", $"30{reference.Replace('-', '0')}").Add("ProductCategorie", "45").Add("ProductCode", "45A04");
        prestatie.Add("ProductPeriode").Add("Begindatum", "2025-01-01").Add("Einddatum", "2025-01-31");
        prestatie.Add("GeleverdVolume", cent).Add("Eenheid", "83");
        prestatie.Add("IngediendBedrag").Add("Bedrag", cent).Add("DebetCredit", amount < 0 ? "C" : "D");
    }

    private static TreeNode Copy(TreeNode from)
    {
        var copy = new TreeNode(from.Element) { Value = from.Value };
        foreach (var kind in from.Children)
        {
            copy.Add(Copy(kind));
        }
        return copy;
    }
}
