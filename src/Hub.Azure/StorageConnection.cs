namespace Hub.Azure;

/// <summary>Where archive and tables are: in one account by connection string, or each in an account of its own by name.</summary>
/// <param name="ConnectionString">The connection string; null when they are reached by name.</param>
/// <param name="Archive">The account of the archive; null when it is reached by connection string.</param>
/// <param name="Tables">The account of the tables; null when they are reached by connection string.</param>
public sealed record StorageConnection(string? ConnectionString, string? Archive, string? Tables)
{
    /// <summary>Reads <c>Opslag</c>, or the names; a fault is one line of Dutch in <paramref name="faults"/>.</summary>
    public static StorageConnection Read(Func<string, string?> source, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(faults);
        var connection = new StorageConnection(
            Connection.Filled(source("Opslag")),
            Connection.Filled(source("Opslag:archiveAccountName")),
            Connection.Filled(source("Opslag:tablesAccountName"))
        );
        var good =
            connection
            is { ConnectionString: not null, Archive: null, Tables: null }
                or { ConnectionString: null, Archive: not null, Tables: not null };
        if (!good)
        {
            faults.Add("Opslag: vul óf Opslag (een connection string) óf Opslag__archiveAccountName en Opslag__tablesAccountName.");
        }
        return connection;
    }
}
