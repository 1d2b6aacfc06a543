using Azure.Data.Tables;

namespace Hub.Azure.Tests.Gedeeld;

/// <summary>A whole register as it stands in its table, to compare with another.</summary>
internal static class Registertabel
{
    /// <summary>Every row and its bytes, in order; the row that tells by which key it was made too.</summary>
    public static async Task<List<string>> LeesAsync(string verbinding, string tabel, CancellationToken cancellation)
    {
        var rijen = new List<string>();
        await foreach (var rij in new TableClient(verbinding, tabel).QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            var velden = rij.Where(veld => veld.Key is not ("odata.etag" or "Timestamp")).OrderBy(veld => veld.Key, StringComparer.Ordinal);
            rijen.Add(string.Join(' ', velden.Select(veld => $"{veld.Key}={(veld.Value is byte[] bytes ? Convert.ToHexString(bytes) : veld.Value)}")));
        }

        return rijen;
    }
}
