using System.Xml.Linq;
using Ijw.Catalogue;
using Ijw.Tests.Rules.Overstijgend;

namespace Ijw.Tests.Rules;

/// <summary>Where the pages and the base berichten of the repository stand.</summary>
internal static class RegelPaginas
{
    /// <summary>The folder docs/rules.</summary>
    public static string Map => Hoofdmap.Pad("docs", "rules");

    /// <summary>The codes that have a page, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. Directory.EnumerateFiles(Map, "*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(naam => naam != "README").Order(StringComparer.Ordinal)];

    /// <summary>The page of a rule.</summary>
    public static RegelPagina Lees(string code) => RegelPagina.Lees(File.ReadAllText(Pad(code)));

    /// <summary>Writes on a page what findings say: its first paragraph, a list when there is more than one text.</summary>
    public static void Schrijf(string code, IReadOnlyList<string> texts)
    {
        var alineas = File.ReadAllText(Pad(code)).Split("\n\n");
        alineas[1] = texts is [var enige] ? enige : string.Join('\n', texts.Select(text => $"- {text}"));
        File.WriteAllText(Pad(code), string.Join("\n\n", alineas));
    }

    /// <summary>A fresh copy of the valid bericht that the cases change.</summary>
    public static XDocument Basis(Berichtsoort soort) => XDocument.Load(BasisPad(soort.Naam));

    /// <summary>The file of the base bericht.</summary>
    public static string BasisPad(string soort) => Hoofdmap.Pad("tests", "Ijw.Tests", "Rules", "Basis", $"{soort}.xml");

    /// <summary>The bytes of the bericht that a case is about.</summary>
    public static byte[] Bericht(Geval geval) => Bytes(geval.Bericht, Basis(geval.Bericht.Soort));

    /// <summary>The bytes of a bericht in a case of level 3 or 4, where the base berichten belong together.</summary>
    public static byte[] BerichtUitDossier(Bericht bericht)
    {
        var pad = Hoofdmap.Pad("tests", "Ijw.Tests", "Rules", "Overstijgend", "Basis", $"{bericht.Soort.Naam}.xml");
        return Bytes(bericht, File.Exists(pad) ? XDocument.Load(pad) : Basis(bericht.Soort));
    }

    /// <summary>What is found in the bericht of a case, on a page of level 2 or of another.</summary>
    public static IReadOnlyList<Bevinding> Bevindingen(string code, Geval geval)
    {
        if (Regelcatalogus.Zoek(code)?.Niveau == 2) return BerichtControle.Controleer(Bericht(geval)).Bevindingen;
        var scenario = new Scenario();
        foreach (var eerder in geval.Vooraf)
        {
            var inhoud = Scenario.Lees(BerichtUitDossier(eerder.Bericht));
            scenario.Neem(inhoud, Scenario.Uitslag(inhoud, eerder.Uitslag));
        }

        var bytes = BerichtUitDossier(geval.Bericht);
        var bericht = Scenario.Lees(bytes);
        var (bronnen, isVolledig) = Scenario.LeesBronnen(bericht, geval.Bronnen);
        // What one bericht by itself gives beforehand is advice.
        return [.. BerichtControle.Controleer(bytes).Bevindingen, .. scenario.Toets(bericht, bronnen, isVolledig).Bevindingen];
    }

    private static string Pad(string code) => Path.Combine(Map, $"{code}.md");

    private static byte[] Bytes(Bericht bericht, XDocument basis)
    {
        BerichtPatch.PasToe(bericht.Soort, basis, bericht.Regels);
        using var stroom = new MemoryStream();
        basis.Save(stroom);
        return stroom.ToArray();
    }
}
