using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Hub.Azure.Table;

/// <summary>One table, made when it turns out not to be there; in Azure, Bicep has made it already.</summary>
internal sealed class Tabel(Opslagaccount account, string naam)
{
    private readonly TableClient _client = account.Tables.GetTableClient(naam);

    // The library makes a row by reflection; without this a trimmed app has no constructor for it.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(TableEntity))]
    public Task<T> DoeAsync<T>(string operatie, Func<TableClient, Task<T>> werk) =>
        Opslagfouten.Vertaal($"tabel {naam}: {operatie}", async () =>
        {
            try
            {
                return await werk(_client).ConfigureAwait(false);
            }
            catch (RequestFailedException fout) when (fout.ErrorCode == TableErrorCode.TableNotFound)
            {
                await _client.CreateIfNotExistsAsync().ConfigureAwait(false);
                return await werk(_client).ConfigureAwait(false);
            }
        });

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
}
