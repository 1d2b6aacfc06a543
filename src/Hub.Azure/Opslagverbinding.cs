namespace Hub.Azure;

/// <summary>Where archive and tables are: in one account by connection string, or each in an account of its own by name.</summary>
/// <param name="ConnectionString">The connection string; null when they are reached by name.</param>
/// <param name="Archive">The account of the archive; null when it is reached by connection string.</param>
/// <param name="Tables">The account of the tables; null when they are reached by connection string.</param>
public sealed record Opslagverbinding(string? ConnectionString, string? Archive, string? Tables)
{
    /// <summary>Reads <c>Opslag</c>, or the names; a fault is one line of Dutch in <paramref name="fouten"/>.</summary>
    public static Opslagverbinding Lees(Func<string, string?> bron, ICollection<string> fouten)
    {
        ArgumentNullException.ThrowIfNull(bron);
        ArgumentNullException.ThrowIfNull(fouten);
        var verbinding = new Opslagverbinding(
            Verbinding.Gevuld(bron("Opslag")), Verbinding.Gevuld(bron("Opslag:archiveAccountName")), Verbinding.Gevuld(bron("Opslag:tablesAccountName")));
        var goed = verbinding is { ConnectionString: not null, Archive: null, Tables: null } or { ConnectionString: null, Archive: not null, Tables: not null };
        if (!goed) fouten.Add("Opslag: vul óf Opslag (een connection string) óf Opslag__archiveAccountName en Opslag__tablesAccountName.");
        return verbinding;
    }
}
