using System.Text.RegularExpressions;

namespace Hub.Local.FunctionsHost.App;

/// <summary>App settings as the files refer to them: <c>%NAME%</c> and connection names.</summary>
internal sealed partial class AppSettings(IReadOnlyDictionary<string, string>? settings)
{
    private readonly Dictionary<string, string> _values = new(
        settings ?? new Dictionary<string, string>(),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>False when a folder is checked without the settings it will run with.</summary>
    public bool Known { get; } = settings is not null;

    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Replaces each <c>%NAME%</c> that is a setting; gives the names that are not.</summary>
    public string Expand(string text, out IReadOnlyList<string> unknown)
    {
        var missing = new List<string>();
        var expanded = Reference()
            .Replace(
                text,
                match =>
                {
                    if (_values.TryGetValue(match.Groups[1].Value, out var value))
                    {
                        return value;
                    }
                    missing.Add(match.Groups[1].Value);
                    return match.Value;
                }
            );
        unknown = missing;
        return expanded;
    }

    /// <summary>The fully qualified namespace that a connection string of Service Bus names.</summary>
    public static string? Namespace(string? connectionString)
    {
        var endpoint = connectionString
            ?.Split(';')
            .Select(part => part.Trim())
            .FirstOrDefault(part => part.StartsWith("Endpoint=", StringComparison.OrdinalIgnoreCase));
        return Uri.TryCreate(endpoint?["Endpoint=".Length..], UriKind.Absolute, out var uri) ? uri.Host : null;
    }

    /// <summary>The connection string of a storage connection: the setting of that name, which may have the prefix AzureWebJobs.</summary>
    public string? FindStorage(string connection) => Find("AzureWebJobs" + connection) ?? Find(connection);

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
