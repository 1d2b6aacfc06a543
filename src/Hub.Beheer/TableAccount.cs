using Azure.Identity;
using Hub.Azure;

namespace Hub.Beheer;

/// <summary>
/// The account of the tables and the name of the register's, for who copies rows: that takes no key of clients, so it asks for none.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="Register">The table of the register.</param>
internal sealed record TableAccount(StorageAccount Account, string Register)
{
    /// <summary>Reads the settings; null after telling what is wrong with them.</summary>
    /// <param name="variable">Gives an environment variable by its name.</param>
    /// <param name="errors">Where faults go, a line each.</param>
    public static TableAccount? Read(Func<string, string?> variable, TextWriter errors)
    {
        var faults = new List<string>();
        var connection = Connection.Read(
            name => variable(name.Replace(":", "__", StringComparison.Ordinal)),
            "Opslag",
            "tablesAccountName",
            faults
        );
        var register = Connection.Filled(variable("Register__Tabel")) ?? "register";
        if (!TableName.IsValid(register))
        {
            faults.Add("Register__Tabel: moet 3 tot 63 letters en cijfers zijn en met een letter beginnen.");
        }
        foreach (var line in faults)
        {
            errors.WriteLine(line);
        }
        if (faults.Count > 0)
        {
            return null;
        }
        var account = connection.ConnectionString is { } text
            ? StorageAccount.With(text)
            : StorageAccount.With(connection.Name!, connection.Name!, new DefaultAzureCredential());
        return new TableAccount(account, register);
    }
}
