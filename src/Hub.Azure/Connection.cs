namespace Hub.Azure;

/// <summary>How a service is reached: by connection string, or by name with the app's own identity.</summary>
/// <param name="ConnectionString">The connection string; null when it is reached by name.</param>
/// <param name="Name">The name; null when it is reached by connection string.</param>
public sealed record Connection(string? ConnectionString, string? Name)
{
    /// <summary>
    /// Reads the setting <paramref name="name"/>, or <c>{naam}__{deel}</c>; a fault is one line of Dutch in <paramref name="faults"/>.
    /// </summary>
    public static Connection Read(Func<string, string?> source, string name, string part, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(source);

        ArgumentNullException.ThrowIfNull(faults);

        var connection = new Connection(Filled(source(name)), Filled(source($"{name}:{part}")));

        if ((connection.ConnectionString is null) == (connection.Name is null))
        {
            faults.Add($"{name}: vul óf {name} (een connection string) óf {name}__{part}.");
        }
        return connection;
    }

    /// <summary>What a setting says; null when it is absent or blank.</summary>
    public static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
