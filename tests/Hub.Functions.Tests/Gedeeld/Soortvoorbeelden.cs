using System.Text;
using System.Text.RegularExpressions;
using Ijw;
using Ijw.Examples;

namespace Hub.Functions.Tests.Gedeeld;

/// <summary>Generated berichten of all 14 berichtsoorten between one gemeente and one aanbieder, and who sends and answers each.</summary>
internal static partial class Soortvoorbeelden
{
    /// <summary>The berichtsoorten that the gemeente sends; the aanbieder sends the others. A retour goes against its heenbericht.</summary>
    private static readonly string[] VanGemeente = ["JW301", "JW306", "JW308", "JW316", "JW318", "JW319", "JW325"];

    /// <summary>All 14.</summary>
    public static IReadOnlyList<string> Alle { get; } =
        ["JW301", "JW302", "JW305", "JW306", "JW307", "JW308", "JW315", "JW316", "JW317", "JW318", "JW319", "JW320", "JW323", "JW325"];

    /// <summary>Those that are answered, with the berichtsoort of the answer.</summary>
    public static IReadOnlyDictionary<string, string> Antwoorden { get; } = new Dictionary<string, string>
    {
        ["JW301"] = "JW302",
        ["JW305"] = "JW306",
        ["JW307"] = "JW308",
        ["JW315"] = "JW316",
        ["JW317"] = "JW318",
        ["JW319"] = "JW320",
        ["JW323"] = "JW325",
    };

    /// <summary>Who sends a bericht of this kind, and who gets it.</summary>
    public static (string Verzender, string Geadresseerde) Richting(string soort, string gemeente, string aanbieder) =>
        VanGemeente.Contains(soort) ? (gemeente, aanbieder) : (aanbieder, gemeente);

    /// <summary>A bericht without a fault, that no other test sends.</summary>
    public static byte[] Goed(string soort, string gemeente, string aanbieder) => Goed(soort, gemeente, aanbieder, seed: 7);

    /// <summary>A bericht that is level 1 clean and breaks one rule of level 2: CS002, or CD085 for the JW319, which is about no one.</summary>
    public static byte[] Afgekeurd(string soort, string gemeente, string aanbieder)
    {
        // Not every JW325 names a client.
        var goed = Enumerable.Range(7, 50)
            .Select(seed => Encoding.UTF8.GetString(Goed(soort, gemeente, aanbieder, seed)))
            .First(tekst => soort == "JW319" || Bsn().IsMatch(tekst));
        var fout = soort == "JW319"
            ? Reden().Replace(goed, "${1}1${2}</${3}Antwoord>")
            : Bsn().Replace(goed, "${1}123456789", count: 1);
        Assert.NotEqual(goed, fout);
        return Encoding.UTF8.GetBytes(fout);
    }

    /// <summary>What checking the bytes gives.</summary>
    public static ControleResultaat Controleer(ReadOnlySpan<byte> bericht) => BerichtControle.Controleer(bericht);

    private static byte[] Goed(string soort, string gemeente, string aanbieder, int seed) => Berichtgenerator.Maak(
        Standaard.Zoek(soort)!,
        seed,
        new GeneratorOpties { Gemeente = gemeente, Aanbieder = aanbieder, Identificatie = Voorbeelden.Nieuw() });

    [GeneratedRegex("(Bsn>)[0-9]{9}")]
    private static partial Regex Bsn();

    [GeneratedRegex("(VerzoekAntwoord>)[12](</[^>]*>).*</([^>]*)Antwoord>", RegexOptions.Singleline)]
    private static partial Regex Reden();
}
