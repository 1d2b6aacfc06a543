using System.Text;
using System.Text.RegularExpressions;
using Ijw;
using Ijw.Examples;

namespace Hub.Functions.Tests.Shared;

/// <summary>Generated berichten of all 14 berichtsoorten between one gemeente and one aanbieder, and who sends and answers each.</summary>
internal static partial class KindSamples
{
    /// <summary>
    /// The berichtsoorten that the gemeente sends; the aanbieder sends the others. A retour goes against its heenbericht.
    /// </summary>
    private static readonly string[] OfGemeente = ["JW301", "JW306", "JW308", "JW316", "JW318", "JW319", "JW325"];

    /// <summary>All 14.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["JW301", "JW302", "JW305", "JW306", "JW307", "JW308", "JW315", "JW316", "JW317", "JW318", "JW319", "JW320", "JW323", "JW325"];

    /// <summary>Those that are answered, with the berichtsoort of the answer.</summary>
    public static IReadOnlyDictionary<string, string> Answers { get; } =
        new Dictionary<string, string>
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
    public static (string Sender, string Addressee) Direction(string kind, string gemeente, string aanbieder) =>
        OfGemeente.Contains(kind) ? (gemeente, aanbieder) : (aanbieder, gemeente);

    /// <summary>A bericht without a fault, that no other test sends.</summary>
    public static byte[] Good(string kind, string gemeente, string aanbieder) => Good(kind, gemeente, aanbieder, seed: 7);

    /// <summary>
    /// A bericht that is level 1 clean and breaks one rule of level 2: CS002, or CD085 for the JW319, which is about no one.
    /// </summary>
    public static byte[] Rejected(string kind, string gemeente, string aanbieder)
    {
        // Not every JW325 names a client.
        var good = Enumerable
            .Range(7, 50)
            .Select(seed => Encoding.UTF8.GetString(Good(kind, gemeente, aanbieder, seed)))
            .First(text => kind == "JW319" || Bsn().IsMatch(text));
        var fault = kind == "JW319" ? Reason().Replace(good, "${1}1${2}</${3}Antwoord>") : Bsn().Replace(good, "${1}123456789", count: 1);
        Assert.NotEqual(good, fault);
        return Encoding.UTF8.GetBytes(fault);
    }

    /// <summary>What checking the bytes gives.</summary>
    public static CheckOutcome Check(ReadOnlySpan<byte> bericht) => BerichtCheck.Check(bericht);

    private static byte[] Good(string kind, string gemeente, string aanbieder, int seed) =>
        BerichtGenerator.Make(
            Standard.Find(kind)!,
            seed,
            new GeneratorOptions
            {
                Gemeente = gemeente,
                Aanbieder = aanbieder,
                Identificatie = HubSamples.New(),
            }
        );

    [GeneratedRegex("(Bsn>)[0-9]{9}")]
    private static partial Regex Bsn();

    [GeneratedRegex("(VerzoekAntwoord>)[12](</[^>]*>).*</([^>]*)Antwoord>", RegexOptions.Singleline)]
    private static partial Regex Reason();
}
