namespace Hub.Azure.Table;

/// <summary>Every table of the hub; infra/main.bicep makes the same in Azure.</summary>
public static class Tabellen
{
    /// <summary>The names; that of the register is the default of a setting.</summary>
    public static IReadOnlyList<string> Alle { get; } = ["agenda", "berichten", "compleet", "inzage", "klokken", "onderhanden", "postbus", "register", "telaat", "vernietigd", "weigeringen", "zoeken"];

    /// <summary>Makes those that are not there; for an environment without Bicep.</summary>
    public static async Task MaakAsync(Opslagaccount account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        foreach (var naam in Alle)
            await Opslagfouten.Vertaal($"tabel {naam}: maken", stop => account.Tables.CreateTableIfNotExistsAsync(naam, stop), cancellation).ConfigureAwait(false);
    }
}
