using System.Globalization;
using System.Text;
using Ijw.Findings;
using Ijw.Model;
using Ijw.Reading;
using Ijw.Reading.Schemas;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>
/// The codes of findings, put on the classes of the heenbericht that they point at: the nearest class around the path of each.
/// </summary>
internal sealed class KlasseCodes
{
    private readonly Dictionary<string, List<string>> _codes = [];
    private readonly HashSet<string> _used = [];

    /// <summary>
    /// Puts the findings of level 3 and 4 on the classes; advice, and what has no retourcode, cannot be told in a retour and is passed
    /// over.
    /// </summary>
    public KlasseCodes(Berichtsoort heen, IEnumerable<Bevinding> bevindingen)
    {
        foreach (var bevinding in bevindingen)
        {
            if (bevinding is not { Level: > 2, Advice: false, Retourcode: { } code })
            {
                continue;
            }
            var path = Klasse(heen, bevinding.Path);
            if (!_codes.TryGetValue(path, out var codes))
            {
                _codes.Add(path, codes = []);
            }
            if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }
    }

    /// <summary>True when there are none.</summary>
    public bool IsEmpty => _codes.Count == 0;

    /// <summary>The paths of classes with codes that <see cref="On"/> was never asked for: they are not in the bericht.</summary>
    public IEnumerable<string> Unused => _codes.Keys.Where(path => !_used.Contains(path));

    /// <summary>The codes of a class, in the order of the findings; empty when it has none.</summary>
    public IReadOnlyList<string> On(TreeNode klasse)
    {
        var path = PathTo(klasse);
        if (!_codes.TryGetValue(path, out var codes))
        {
            return [];
        }
        _used.Add(path);
        return codes;
    }

    /// <summary>Whether a class that is being read has codes.</summary>
    public bool Any(Record record) => _codes.ContainsKey(PathTo(record.Klasse.Node, record));

    /// <summary>The path of a class within Bericht, with an index at every step.</summary>
    private static string PathTo(TreeNode klasse) =>
        klasse.Parent is { } parent ? string.Create(CultureInfo.InvariantCulture, $"{PathTo(parent)}/{klasse.Name}[{klasse.Index}]") : "";

    private static string PathTo(SchemaNode node, Record record)
    {
        if (node.Parent is not { } parent)
        {
            return "";
        }
        var isClass = node.Klasse is not null;
        var before = PathTo(parent, isClass ? record.Parent! : record);
        return string.Create(CultureInfo.InvariantCulture, $"{before}/{node.Element.Name}[{(isClass ? record.Index : 1)}]");
    }

    /// <summary>
    /// The path of the nearest class around a path; the root itself is the Header's, and what the root can't hold stays as it is.
    /// </summary>
    private static string Klasse(Berichtsoort berichtsoort, string path)
    {
        var element = berichtsoort.Root;
        var until = new StringBuilder();
        var klasse = "/Header[1]";
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? step : step[..bracket];
            var kind = element.Children.FirstOrDefault(kind => kind.Name == name);
            if (kind is null)
            {
                return element == berichtsoort.Root ? $"/{step}" : klasse;
            }
            until.Append('/').Append(name).Append(bracket < 0 ? "[1]" : step[bracket..]);
            element = kind;
            if (kind.Kind == ElementKind.Klasse)
            {
                klasse = until.ToString();
            }
        }

        return klasse;
    }
}
