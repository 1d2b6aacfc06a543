using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>Draws the content of a JW305 and a JW307.</summary>
internal static class StartEnStop
{
    public static void VulStart(Knoop bericht, Kader kader) => Vul(bericht, kader, "StartProducten", "StartProduct", (_, _, _) => { });

    public static void VulStop(Knoop bericht, Kader kader) =>
        Vul(bericht, kader, "StopProducten", "StopProduct", (trekking, product, begin) => product
            .Voeg("RedenBeeindiging", trekking.Kies(Codelijsten.RedenBeeindiging))
            .Voeg("Einddatum", trekking.Datum(begin, kader.Dagtekening).Tekst()));

    private static void Vul(Knoop bericht, Kader kader, string lijst, string klasse, Action<Trekking, Knoop, DateOnly> meer)
    {
        var trekking = kader.Trekking;
        var producten = Persoon.Client(trekking, bericht, kader.Dagtekening, isVolledig: false).Voeg(lijst);
        for (var (i, aantal) = (0, kader.Producten(trekking)); i < aantal; i++)
        {
            var product = producten.Voeg(klasse);
            var begin = trekking.Datum(kader.Dagtekening.AddMonths(-6), kader.Dagtekening);
            Product(trekking, product, i);
            if (trekking.Kans(40)) product.Voeg("ToewijzingIngangsdatum", trekking.Datum(begin.AddMonths(-12), begin).Tekst());
            product.Voeg("Begindatum", begin.Tekst()).Voeg("StatusAanlevering", trekking.Kans(85) ? "1" : "3");
            meer(trekking, product, begin);
        }
    }

    /// <summary>Specifiek, aspecifiek or generiek by its ToewijzingNummer; taakgericht has none, so its place tells its product apart (TR101).</summary>
    private static void Product(Trekking trekking, Knoop product, int plaats)
    {
        var isTaakgericht = plaats < 1000 && trekking.Kans(15);
        if (!isTaakgericht) product.Voeg("ToewijzingNummer", Kader.Nummer(trekking, plaats));
        if (!isTaakgericht && trekking.Kans(20)) return;
        var categorie = trekking.Kies(Codelijsten.ProductCategorie);
        var groep = product.Voeg("Product").Voeg("Categorie", categorie);
        if (isTaakgericht || trekking.Kans(70)) groep.Voeg("Code", $"{categorie}{plaats % 1000:000}");
    }
}
