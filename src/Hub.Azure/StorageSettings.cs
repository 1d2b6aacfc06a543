using System.Globalization;
using Azure.Core;
using Hub.Berichten;
using static Hub.Azure.Connection;

namespace Hub.Azure;

/// <summary>
/// The settings of storage and register, which the app and the operator's commands share; local.settings.sample.json says what each is.
/// </summary>
/// <param name="Connection">The storage of archive and tables.</param>
/// <param name="Keys">The key of clients.</param>
/// <param name="RegisterTable">The table of the register.</param>
/// <param name="RefusedDays">How many days refused bytes are kept; the lifecycle of their containers does it
/// (infra/modules/archive.bicep).</param>
public sealed record StorageSettings(StorageConnection Connection, ClientKeys Keys, string RegisterTable, int RefusedDays)
{
    private const int DefaultRefusedDays = 90;
    private const int MaxRefusedDays = 3650;

    /// <summary>
    /// Reads the settings; null, and one clear line of Dutch per fault in <paramref name="faults"/>, when something is wrong.
    /// </summary>
    /// <param name="source">Gives a setting by its name, with colons between its parts.</param>
    /// <param name="faults">Where faults go.</param>
    public static StorageSettings? Read(Func<string, string?> source, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(faults);
        var storage = StorageConnection.Read(source, faults);
        var (keys, incorrect) = ClientKeys.Read(Filled(source("Register:SleutelId")), source("Register:Sleutel"));
        foreach (var fault in incorrect)
        {
            faults.Add(fault);
        }
        var table = Filled(source("Register:Tabel")) ?? "register";
        if (!TableName.IsValid(table))
        {
            faults.Add("Register__Tabel: moet 3 tot 63 letters en cijfers zijn en met een letter beginnen.");
        }
        var refusedDays = DefaultRefusedDays;
        if (
            Filled(source("Bewaring:GeweigerdDagen")) is { } days
            && !(
                int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out refusedDays)
                && refusedDays is > 0 and <= MaxRefusedDays
            )
        )
        {
            faults.Add($"Bewaring__GeweigerdDagen: moet een aantal dagen zijn, van 1 tot en met {MaxRefusedDays}.");
        }
        return keys is null || faults.Count > 0 ? null : new StorageSettings(storage, keys, table, refusedDays);
    }

    /// <summary>The storage that the settings name.</summary>
    /// <param name="identity">Gives the identity by which it is reached by name.</param>
    /// <param name="limit">How long a request may wait for it; null for <see cref="DependencyLimit.Default"/>.</param>
    public StorageAccount Account(Func<TokenCredential> identity, DependencyLimit? limit = null)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return Connection.ConnectionString is { } connection
            ? StorageAccount.With(connection, limit)
            : StorageAccount.With(Connection.Archive!, Connection.Tables!, identity(), limit);
    }
}
