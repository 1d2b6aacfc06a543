using Azure.Data.Tables;

namespace Hub.Azure.Tests.Register;

/// <summary>Everything that a table of the register holds, in a form that can be compared.</summary>
internal static class RegisterInhoud
{
    /// <summary>Per row: its keys, and its properties by name; binary in hex.</summary>
    public static async Task<SortedDictionary<string, string>> LeesAsync(string verbinding, string tabel)
    {
        var inhoud = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var rijen = new TableClient(verbinding, tabel).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken);
        await foreach (var rij in rijen)
        {
            var velden = rij.Where(veld => veld.Key is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey")).OrderBy(veld => veld.Key, StringComparer.Ordinal);
            inhoud.Add($"{rij.PartitionKey} {rij.RowKey}", string.Join(' ', velden.Select(veld => $"{veld.Key}={Tekst(veld.Value)}")));
        }

        return inhoud;
    }

    private static string Tekst(object waarde) => waarde is byte[] bytes ? Convert.ToHexString(bytes) : waarde.ToString()!;
}
