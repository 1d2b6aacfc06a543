using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws the content of a JW305 and a JW307.</summary>
internal static class StartAndStop
{
    public static void FillStart(TreeNode bericht, SampleFrame frame) =>
        Fill(bericht, frame, "StartProducten", "StartProduct", (_, _, _) => { });

    public static void FillStop(TreeNode bericht, SampleFrame frame) =>
        Fill(
            bericht,
            frame,
            "StopProducten",
            "StopProduct",
            (draws, product, begin) =>
                product
                    .Add("RedenBeeindiging", draws.Choose(Codelijsten.RedenBeeindiging))
                    .Add("Einddatum", draws.Date(begin, frame.Dagtekening).Text())
        );

    private static void Fill(TreeNode bericht, SampleFrame frame, string list, string klasse, Action<Draws, TreeNode, DateOnly> more)
    {
        var draws = frame.Draws;
        var products = Person.Client(draws, bericht, frame.Dagtekening, isComplete: false).Add(list);
        for (var (i, count) = (0, frame.Products(draws)); i < count; i++)
        {
            var product = products.Add(klasse);
            var begin = draws.Date(frame.Dagtekening.AddMonths(-6), frame.Dagtekening);
            Product(draws, product, i);
            if (draws.Chance(40))
            {
                product.Add("ToewijzingIngangsdatum", draws.Date(begin.AddMonths(-12), begin).Text());
            }
            product.Add("Begindatum", begin.Text()).Add("StatusAanlevering", draws.Chance(85) ? "1" : "3");
            more(draws, product, begin);
        }
    }

    /// <summary>
    /// Specifiek, aspecifiek or generiek by its ToewijzingNummer; taakgericht has none, so its place tells its product apart (TR101).
    /// </summary>
    private static void Product(Draws draws, TreeNode product, int place)
    {
        var isTaakgericht = place < 1000 && draws.Chance(15);
        if (!isTaakgericht)
        {
            product.Add("ToewijzingNummer", SampleFrame.Number(draws, place));
        }
        if (!isTaakgericht && draws.Chance(20))
        {
            return;
        }
        var category = draws.Choose(Codelijsten.ProductCategorie);
        var group = product.Add("Product").Add("Categorie", category);
        if (isTaakgericht || draws.Chance(70))
        {
            group.Add("Code", $"{category}{place % 1000:000}");
        }
    }
}
