using System.Xml.Linq;
using Ijw.Catalogue;
using Ijw.Tests.Rules.Overarching;

namespace Ijw.Tests.Rules;

/// <summary>Where the pages and the base berichten of the repository stand.</summary>
internal static class RulePages
{
    /// <summary>The folder docs/rules.</summary>
    public static string Folder => RootFolder.PathTo("docs", "rules");

    /// <summary>The codes that have a page, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .OfType<string>()
            .Where(name => name != "README")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The page of a rule.</summary>
    public static RulePage Read(string code) => RulePage.Read(File.ReadAllText(PathTo(code)));

    /// <summary>Writes on a page what findings say: its first paragraph, a list when there is more than one text.</summary>
    public static void Write(string code, IReadOnlyList<string> texts)
    {
        var paragraphs = File.ReadAllText(PathTo(code)).Split("\n\n");
        paragraphs[1] = texts is [var only] ? only : string.Join('\n', texts.Select(text => $"- {text}"));
        File.WriteAllText(PathTo(code), string.Join("\n\n", paragraphs));
    }

    /// <summary>A fresh copy of the valid bericht that the cases change.</summary>
    public static XDocument Basis(Berichtsoort kind) => XDocument.Load(BasisPath(kind.Name));

    /// <summary>The file of the base bericht.</summary>
    public static string BasisPath(string kind) => RootFolder.PathTo("tests", "Ijw.Tests", "Rules", "Base", $"{kind}.xml");

    /// <summary>The bytes of the bericht that a case is about.</summary>
    public static byte[] Bericht(Case testCase) => Bytes(testCase.Bericht, Basis(testCase.Bericht.Kind));

    /// <summary>The bytes of a bericht in a case of level 3 or 4, where the base berichten belong together.</summary>
    public static byte[] BerichtFromDossier(Bericht bericht)
    {
        var path = RootFolder.PathTo("tests", "Ijw.Tests", "Rules", "Overarching", "Base", $"{bericht.Kind.Name}.xml");
        return Bytes(bericht, File.Exists(path) ? XDocument.Load(path) : Basis(bericht.Kind));
    }

    /// <summary>What is found in the bericht of a case, on a page of level 2 or of another.</summary>
    public static IReadOnlyList<Bevinding> Bevindingen(string code, Case testCase)
    {
        if (RuleCatalogue.Find(code)?.Level == 2)
        {
            return BerichtCheck.Check(Bericht(testCase)).Bevindingen;
        }
        var scenario = new Scenario();
        foreach (var earlier in testCase.Beforehand)
        {
            var content = Scenario.Read(BerichtFromDossier(earlier.Bericht));
            scenario.Take(content, Scenario.Outcome(content, earlier.Outcome));
        }

        var bytes = BerichtFromDossier(testCase.Bericht);
        var bericht = Scenario.Read(bytes);
        var (sources, isComplete) = Scenario.ReadSources(bericht, testCase.Sources);
        // What one bericht by itself gives beforehand is advice.
        return [.. BerichtCheck.Check(bytes).Bevindingen, .. scenario.Check(bericht, sources, isComplete).Bevindingen];
    }

    private static string PathTo(string code) => Path.Combine(Folder, $"{code}.md");

    private static byte[] Bytes(Bericht bericht, XDocument basis)
    {
        BerichtPatch.Apply(bericht.Kind, basis, bericht.Rules);
        using var stream = new MemoryStream();
        basis.Save(stream);
        return stream.ToArray();
    }
}
