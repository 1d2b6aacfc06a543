using System.Text;
using System.Text.RegularExpressions;

namespace Ijw.Cli.Tests.Gedeeld;

/// <summary>The samples that the hub sends on a first run: good, bad and hostile.</summary>
internal static partial class Voorbeelden
{
    public const string Goed = "01-toewijzing-specifiek.xml";
    public const string FoutBsn = "40-bsn-elfproef.xml";
    public const string ZonderTaal = "42-tolk-zonder-taal.xml";
    public const string FouteWaarden = "32-fout-datatype-en-codelijst.xml";
    public const string MetDoctype = "33-doctype.xml";

    /// <summary>The folder that holds them.</summary>
    public static string Map { get; } = Path.Join(AppContext.BaseDirectory, "Voorbeelden");

    /// <summary>Their paths, by name.</summary>
    public static IReadOnlyList<string> Alle { get; } = [.. Directory.EnumerateFiles(Map, "*.xml").Order(StringComparer.Ordinal)];

    public static string Pad(string naam) => Path.Join(Map, naam);

    /// <summary>A sample as text, whatever its encoding.</summary>
    public static string Tekst(string pad)
    {
        using var lezer = new StreamReader(pad, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return lezer.ReadToEnd();
    }

    /// <summary>Every value in the samples that says something about a person; short ones are left out, they are in any text.</summary>
    public static IReadOnlyList<string> Persoonsgegevens() =>
    [
        .. Alle.SelectMany(pad => Persoonsgegeven().Matches(Tekst(pad)))
            .Select(treffer => treffer.Groups["waarde"].Value.Trim())
            .Where(waarde => waarde.Length > 3)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The same bericht with the text of every value below Client, Antwoord or Declaratie replaced.</summary>
    public static string MetOveral(string bericht, string waarde)
    {
        var kop = bericht.IndexOf(":Header>", StringComparison.Ordinal);
        var inhoud = bericht.IndexOf("Header>", kop + 8, StringComparison.Ordinal);
        return bericht[..inhoud] + Waarde().Replace(bericht[inhoud..], $">{waarde}<");
    }

    [GeneratedRegex("<(?:[a-z0-9]+:)?(?:Bsn|Achternaam|Voorvoegsel|Voornamen|Datum|Straatnaam|Postcode|Plaatsnaam|Telefoonnummer|Emailadres|Organisatie|Commentaar|Taal)>(?<waarde>[^<]+)<")]
    private static partial Regex Persoonsgegeven();

    [GeneratedRegex(">[^<\\s][^<]*<")]
    private static partial Regex Waarde();
}
