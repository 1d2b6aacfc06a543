using Azure.Data.Tables;

namespace Hub.Azure.Table;

/// <summary>One table, made when it is first used; in Azure, Bicep has made it already.</summary>
internal sealed class Tabel(Opslagaccount account, string naam)
{
    private readonly TableClient _client = account.Tables.GetTableClient(naam);
    private readonly Eenmalig _gemaakt = new();

    public async Task<T> DoeAsync<T>(string operatie, Func<TableClient, Task<T>> werk)
    {
        await ZorgAsync().ConfigureAwait(false);
        return await Opslagfouten.Vertaal($"tabel {naam}: {operatie}", () => werk(_client)).ConfigureAwait(false);
    }

    /// <summary>Adds a row; false when its key is there already.</summary>
    public async Task<bool> VoegToeAsync(TableEntity rij, CancellationToken cancellation)
    {
        try
        {
            await DoeAsync("toevoegen", client => client.AddEntityAsync(rij, cancellation)).ConfigureAwait(false);
            return true;
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
        {
            return false;
        }
    }

    private Task ZorgAsync() => _gemaakt.ZorgAsync(
        naam, () => Opslagfouten.Vertaal($"tabel {naam}: maken", () => _client.CreateIfNotExistsAsync()));
}
