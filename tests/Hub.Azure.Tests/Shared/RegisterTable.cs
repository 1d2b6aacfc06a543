using Azure.Data.Tables;

namespace Hub.Azure.Tests.Shared;

/// <summary>A whole register as it stands in its table, to compare with another.</summary>
internal static class RegisterTable
{
    /// <summary>Every row and its bytes, in order; the row that tells by which key it was made too.</summary>
    public static async Task<List<string>> ReadAsync(string connection, string table, CancellationToken cancellation)
    {
        var rows = new List<string>();
        await foreach (var row in new TableClient(connection, table).QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            var fields = row.Where(field => field.Key is not ("odata.etag" or "Timestamp"))
                .OrderBy(field => field.Key, StringComparer.Ordinal);
            rows.Add(
                string.Join(
                    ' ',
                    fields.Select(field => $"{field.Key}={(field.Value is byte[] bytes ? Convert.ToHexString(bytes) : field.Value)}")
                )
            );
        }

        return rows;
    }
}
