using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Local.FunctionsHost.App;

/// <summary>
/// The path of a blobTrigger, such as <c>inbox/{name}.{ext}</c>: a container and a pattern for the names in it. A parameter takes as much
/// as it can, slashes too, as on the real host; <c>{{</c> and <c>}}</c> stand for braces.
/// </summary>
internal sealed partial class BlobPattern
{
    private readonly Regex _pattern;
    private readonly IReadOnlyList<string> _parameters;

    private BlobPattern(string container, string prefix, Regex pattern, IReadOnlyList<string> parameters)
    {
        Container = container;
        Prefix = prefix;
        _pattern = pattern;
        _parameters = parameters;
    }

    public string Container { get; }

    /// <summary>What every name that matches begins with.</summary>
    public string Prefix { get; }

    /// <summary>
    /// Null when <paramref name="path"/> isn't a container and a pattern, or a parameter has no name or a name that is there already.
    /// </summary>
    public static BlobPattern? TryParse(string path)
    {
        if (Shape().Match(path) is not { Success: true } shape)
        {
            return null;
        }
        var regex = new StringBuilder("^");
        var prefix = new StringBuilder();
        var parameters = new List<string>();
        foreach (Match part in Part().Matches(shape.Groups["blob"].Value))
        {
            if (part.Groups["name"] is { Success: true, Value: var name })
            {
                if (!Name().IsMatch(name) || parameters.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    return null;
                }
                parameters.Add(name);
                regex.Append("(?<").Append(name).Append(">.*)");
                continue;
            }

            if (part.Value is "{" or "}")
            {
                return null;
            }
            var literal = part.Value is "{{" or "}}" ? part.Value[..1] : part.Value;
            regex.Append(Regex.Escape(literal));
            if (parameters.Count == 0)
            {
                prefix.Append(literal);
            }
        }

        return new BlobPattern(
            shape.Groups["container"].Value,
            prefix.ToString(),
            new Regex(regex.Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline),
            parameters
        );
    }

    /// <summary>The values of the parameters in a blob's name, in their order; null when the name doesn't match.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Match(string blob)
    {
        var match = _pattern.Match(blob);
        return match.Success ? [.. _parameters.Select(name => KeyValuePair.Create(name, match.Groups[name].Value))] : null;
    }

    [GeneratedRegex("^(?<container>[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,62})/(?<blob>.+)$", RegexOptions.Singleline)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\{\{|\}\}|\{(?<name>[^{}]*)\}|[{}]|[^{}]+")]
    private static partial Regex Part();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();
}
