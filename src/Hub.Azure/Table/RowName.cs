using Azure.Data.Tables;
using Hub.Berichten;
using Hub.Postbus;

namespace Hub.Azure.Table;

/// <summary>By what a row may be told of: an id, or a place that holds nothing of a sender.</summary>
internal static class RowName
{
    private const int Shown = 24;

    /// <summary>
    /// The id of the poststuk or bericht of a row when it has one that looks like it; else the partition and the beginning of its key.
    /// </summary>
    public static string Of(TableEntity row)
    {
        if (row.TryGetValue("Id", out var id) && Poststuk.IsId(id as string))
        {
            return (string)id;
        }
        if (row.TryGetValue("BerichtId", out var bericht) && BerichtId.IsValid(bericht as string))
        {
            return (string)bericht;
        }
        if (BerichtId.IsValid(row.RowKey))
        {
            return row.RowKey;
        }
        return $"{row.PartitionKey}/{row.RowKey[..Math.Min(row.RowKey.Length, Shown)]}";
    }

    /// <summary>A text that must be there.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static string Required(this TableEntity row, string name) =>
        row.GetString(name) ?? throw new InvalidDataException("A row lacks what it must have.");
}
