using Azure.Data.Tables;

namespace Hub.Azure.Tests.Register;

/// <summary>Everything that a table of the register holds, in a form that can be compared.</summary>
internal static class RegisterContent
{
    /// <summary>Per row: its keys, and its properties by name; binary in hex.</summary>
    public static async Task<SortedDictionary<string, string>> ReadAsync(string connection, string table)
    {
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var rows = new TableClient(connection, table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken);
        await foreach (var row in rows)
        {
            var fields = row.Where(field => field.Key is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey"))
                .OrderBy(field => field.Key, StringComparer.Ordinal);
            content.Add($"{row.PartitionKey} {row.RowKey}", string.Join(' ', fields.Select(field => $"{field.Key}={Text(field.Value)}")));
        }

        return content;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString()!;
}
