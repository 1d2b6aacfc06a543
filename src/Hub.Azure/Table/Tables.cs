namespace Hub.Azure.Table;

/// <summary>Every table of the hub; infra/main.bicep makes the same in Azure.</summary>
public static class Tables
{
    /// <summary>The names; that of the register is the default of a setting.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "agenda",
        "berichten",
        "compleet",
        "inzage",
        "klokken",
        "onderhanden",
        "postbus",
        "register",
        "telaat",
        "vernietigd",
        "weigeringen",
        "zoeken",
    ];

    /// <summary>Makes those that are not there; for an environment without Bicep.</summary>
    public static async Task MakeAsync(StorageAccount account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        foreach (var name in All)
        {
            await StorageFaults
                .Translate($"tabel {name}: maken", stop => account.Tables.CreateTableIfNotExistsAsync(name, stop), cancellation)
                .ConfigureAwait(false);
        }
    }
}
