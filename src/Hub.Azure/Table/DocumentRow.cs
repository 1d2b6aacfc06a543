using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Hub.Azure.Table;

/// <summary>
/// A document as rows: its block of feiten in binary properties of at most 60 KB, 15 in a row; what is more stands in rows behind it, whose
/// keys end in <c>~1</c>, <c>~2</c> …. The first row carries how many there are, and its ETag guards all of them.
/// </summary>
internal sealed class DocumentRow
{
    private const int PerProperty = 60 * 1024;
    private const int PropertiesPerRow = 15;
    private const int PerRow = PerProperty * PropertiesPerRow;

    private DocumentRow(byte[] block, ETag? version, int rows) => (Block, Version, Rows) = (block, version, rows);

    /// <summary>A document that is not there.</summary>
    public static DocumentRow Empty { get; } = new([], null, 0);

    /// <summary>The block of feiten; empty when the document is not there.</summary>
    public byte[] Block { get; }

    private ETag? Version { get; }

    private int Rows { get; }

    /// <summary>The keys of all rows of a document, by its first.</summary>
    public static IEnumerable<string> RowKeys(TableEntity first) =>
        Enumerable.Range(0, first.GetInt32("Rijen") ?? 1).Select(number => RowKey(first.RowKey, number));

    /// <summary>The document of rows that were read, in their order.</summary>
    public static DocumentRow Read(IReadOnlyList<TableEntity> rows)
    {
        var theParts = rows.SelectMany(row =>
            Enumerable.Range(0, PropertiesPerRow).Select(number => row.GetBinary(Name(number))).OfType<byte[]>()
        );
        byte[][] parts = [.. theParts];
        return new DocumentRow(parts.Length == 1 ? parts[0] : [.. parts.SelectMany(part => part)], rows[0].ETag, rows.Count);
    }

    /// <summary>What must be done, in one batch, to make <paramref name="block"/> the content; an empty one removes the document.</summary>
    public List<TableTransactionAction> Replace(DocumentPlace place, byte[] block)
    {
        var rows = (block.Length + PerRow - 1) / PerRow;
        var actions = new List<TableTransactionAction>();
        for (var number = 0; number < Math.Max(rows, Rows); number++)
        {
            var row = new TableEntity(place.Partition, RowKey(place.Key, number));
            var kind =
                number >= rows ? TableTransactionActionType.Delete
                : number >= Rows ? TableTransactionActionType.Add
                : TableTransactionActionType.UpdateReplace;
            if (number < rows)
            {
                Fill(row, block.AsSpan(number * PerRow, Math.Min(PerRow, block.Length - (number * PerRow))));
            }
            if (number == 0 && rows > 1)
            {
                row["Rijen"] = rows;
            }
            actions.Add(new TableTransactionAction(kind, row, number == 0 && Version is { } version ? version : ETag.All));
        }

        return actions;
    }

    /// <summary>What must be done to make sure that a document is still as it was read; nothing when it is not there.</summary>
    public List<TableTransactionAction> Touch(DocumentPlace place) => Rows == 0 ? [] : [Replace(place, Block)[0]];

    private static string RowKey(string key, int number) =>
        number == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}~{number}");

    private static void Fill(TableEntity row, ReadOnlySpan<byte> part)
    {
        for (var number = 0; !part.IsEmpty; number++)
        {
            var length = Math.Min(PerProperty, part.Length);
            row[Name(number)] = part[..length].ToArray();
            part = part[length..];
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"F{number:D2}");
}
