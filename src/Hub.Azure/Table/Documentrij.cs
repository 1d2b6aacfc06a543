using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Hub.Azure.Table;

/// <summary>
/// A document as rows: its block of feiten in binary properties of at most 60 KB, 15 in a row; what is more stands in rows behind it, whose
/// keys end in <c>~1</c>, <c>~2</c> …. The first row carries how many there are, and its ETag guards all of them.
/// </summary>
internal sealed class Documentrij
{
    private const int PerEigenschap = 60 * 1024;
    private const int EigenschappenPerRij = 15;
    private const int PerRij = PerEigenschap * EigenschappenPerRij;

    private Documentrij(byte[] blok, ETag? versie, int rijen) => (Blok, Versie, Rijen) = (blok, versie, rijen);

    /// <summary>A document that is not there.</summary>
    public static Documentrij Leeg { get; } = new([], null, 0);

    /// <summary>The block of feiten; empty when the document is not there.</summary>
    public byte[] Blok { get; }

    private ETag? Versie { get; }

    private int Rijen { get; }

    /// <summary>The keys of all rows of a document, by its first.</summary>
    public static IEnumerable<string> Rijsleutels(TableEntity eerste) =>
        Enumerable.Range(0, eerste.GetInt32("Rijen") ?? 1).Select(nummer => Rijsleutel(eerste.RowKey, nummer));

    /// <summary>The document of rows that were read, in their order.</summary>
    public static Documentrij Lees(IReadOnlyList<TableEntity> rijen)
    {
        var delen = rijen.SelectMany(rij => Enumerable.Range(0, EigenschappenPerRij).Select(nummer => rij.GetBinary(Naam(nummer))).OfType<byte[]>());
        byte[][] parts = [.. delen];
        return new Documentrij(parts.Length == 1 ? parts[0] : [.. parts.SelectMany(deel => deel)], rijen[0].ETag, rijen.Count);
    }

    /// <summary>What must be done, in one batch, to make <paramref name="blok"/> the content; an empty one removes the document.</summary>
    public List<TableTransactionAction> Vervang(Documentplaats plaats, byte[] blok)
    {
        var rijen = (blok.Length + PerRij - 1) / PerRij;
        var acties = new List<TableTransactionAction>();
        for (var nummer = 0; nummer < Math.Max(rijen, Rijen); nummer++)
        {
            var rij = new TableEntity(plaats.Partitie, Rijsleutel(plaats.Sleutel, nummer));
            var soort = nummer >= rijen ? TableTransactionActionType.Delete
                : nummer >= Rijen ? TableTransactionActionType.Add
                : TableTransactionActionType.UpdateReplace;
            if (nummer < rijen) Vul(rij, blok.AsSpan(nummer * PerRij, Math.Min(PerRij, blok.Length - (nummer * PerRij))));
            if (nummer == 0 && rijen > 1) rij["Rijen"] = rijen;
            acties.Add(new TableTransactionAction(soort, rij, nummer == 0 && Versie is { } versie ? versie : ETag.All));
        }

        return acties;
    }

    /// <summary>What must be done to make sure that a document is still as it was read; nothing when it is not there.</summary>
    public List<TableTransactionAction> Touch(Documentplaats plaats) => Rijen == 0 ? [] : [Vervang(plaats, Blok)[0]];

    private static string Rijsleutel(string sleutel, int nummer) => nummer == 0 ? sleutel : string.Create(CultureInfo.InvariantCulture, $"{sleutel}~{nummer}");

    private static void Vul(TableEntity rij, ReadOnlySpan<byte> deel)
    {
        for (var nummer = 0; !deel.IsEmpty; nummer++)
        {
            var lengte = Math.Min(PerEigenschap, deel.Length);
            rij[Naam(nummer)] = deel[..lengte].ToArray();
            deel = deel[lengte..];
        }
    }

    private static string Naam(int nummer) => string.Create(CultureInfo.InvariantCulture, $"F{nummer:D2}");
}
