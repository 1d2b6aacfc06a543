using System.Text;
using System.Text.RegularExpressions;

namespace Ijw.Cli.Tests.Shared;

/// <summary>The samples that the hub sends on a first run: good, bad and hostile.</summary>
internal static partial class CliSamples
{
    public const string Good = "01-toewijzing-specifiek.xml";
    public const string FaultBsn = "40-bsn-elfproef.xml";
    public const string WithoutLanguage = "42-tolk-zonder-taal.xml";
    public const string WrongValues = "32-fout-datatype-en-codelijst.xml";
    public const string WithDoctype = "33-doctype.xml";

    /// <summary>The folder that holds them.</summary>
    public static string Folder { get; } = Path.Join(AppContext.BaseDirectory, "Samples");

    /// <summary>Their paths, by name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Directory.EnumerateFiles(Folder, "*.xml").Order(StringComparer.Ordinal)];

    public static string PathTo(string name) => Path.Join(Folder, name);

    /// <summary>A sample as text, whatever its encoding.</summary>
    public static string Text(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>Every value in the samples that says something about a person; short ones are left out, they are in any text.</summary>
    public static IReadOnlyList<string> PersonalData() =>
        [
            .. All.SelectMany(path => PersonalFact().Matches(Text(path)))
                .Select(hit => hit.Groups["value"].Value.Trim())
                .Where(value => value.Length > 3)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The same bericht with the text of every value below Client, Answer or Declaratie replaced.</summary>
    public static string WithEverywhere(string bericht, string value)
    {
        var header = bericht.IndexOf(":Header>", StringComparison.Ordinal);
        var content = bericht.IndexOf("Header>", header + 8, StringComparison.Ordinal);
        return bericht[..content] + Value().Replace(bericht[content..], $">{value}<");
    }

    [GeneratedRegex(
        "<(?:[a-z0-9]+:)?(?:Bsn|Achternaam|Voorvoegsel|Voornamen|Datum|Straatnaam|Postcode|Plaatsnaam|Telefoonnummer|"
            + "Emailadres|Organisatie|Commentaar|Taal)>(?<value>[^<]+)<"
    )]
    private static partial Regex PersonalFact();

    [GeneratedRegex(">[^<\\s][^<]*<")]
    private static partial Regex Value();
}
