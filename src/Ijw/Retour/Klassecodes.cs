using System.Globalization;
using System.Text;
using Ijw.Findings;
using Ijw.Model;
using Ijw.Reading;
using Ijw.Reading.Schemas;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>The codes of findings, put on the classes of the heenbericht that they point at: the nearest class around the path of each.</summary>
internal sealed class Klassecodes
{
    private readonly Dictionary<string, List<string>> _codes = [];
    private readonly HashSet<string> _gebruikt = [];

    /// <summary>Puts the findings of level 3 and 4 on the classes; advice, and what has no retourcode, cannot be told in a retour and is passed over.</summary>
    public Klassecodes(Berichtsoort heen, IEnumerable<Bevinding> bevindingen)
    {
        foreach (var bevinding in bevindingen)
        {
            if (bevinding is not { Niveau: > 2, Advies: false, Retourcode: { } code }) continue;
            var pad = Klasse(heen, bevinding.Pad);
            if (!_codes.TryGetValue(pad, out var codes)) _codes.Add(pad, codes = []);
            if (!codes.Contains(code)) codes.Add(code);
        }
    }

    /// <summary>True when there are none.</summary>
    public bool IsLeeg => _codes.Count == 0;

    /// <summary>The paths of classes with codes that <see cref="Op"/> was never asked for: they are not in the bericht.</summary>
    public IEnumerable<string> Ongebruikt => _codes.Keys.Where(pad => !_gebruikt.Contains(pad));

    /// <summary>The codes of a class, in the order of the findings; empty when it has none.</summary>
    public IReadOnlyList<string> Op(Knoop klasse)
    {
        var pad = Pad(klasse);
        if (!_codes.TryGetValue(pad, out var codes)) return [];
        _gebruikt.Add(pad);
        return codes;
    }

    /// <summary>Whether a class that is being read has codes.</summary>
    public bool Any(Record record) => _codes.ContainsKey(Pad(record.Klasse.Node, record));

    /// <summary>The path of a class within Bericht, with an index at every step.</summary>
    private static string Pad(Knoop klasse) =>
        klasse.Ouder is { } ouder ? string.Create(CultureInfo.InvariantCulture, $"{Pad(ouder)}/{klasse.Naam}[{klasse.Index}]") : "";

    private static string Pad(SchemaNode node, Record record)
    {
        if (node.Parent is not { } parent) return "";
        var isClass = node.Klasse is not null;
        var before = Pad(parent, isClass ? record.Ouder! : record);
        return string.Create(CultureInfo.InvariantCulture, $"{before}/{node.Element.Naam}[{(isClass ? record.Index : 1)}]");
    }

    /// <summary>The path of the nearest class around a path; the root itself is the Header's, and what the root can't hold stays as it is.</summary>
    private static string Klasse(Berichtsoort soort, string pad)
    {
        var element = soort.Wortel;
        var tot = new StringBuilder();
        var klasse = "/Header[1]";
        foreach (var stap in pad.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var haak = stap.IndexOf('[', StringComparison.Ordinal);
            var naam = haak < 0 ? stap : stap[..haak];
            var kind = element.Kinderen.FirstOrDefault(kind => kind.Naam == naam);
            if (kind is null) return element == soort.Wortel ? $"/{stap}" : klasse;
            tot.Append('/').Append(naam).Append(haak < 0 ? "[1]" : stap[haak..]);
            element = kind;
            if (kind.Soort == ElementSoort.Klasse) klasse = tot.ToString();
        }

        return klasse;
    }
}
