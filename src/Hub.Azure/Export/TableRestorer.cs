using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Hub.Verwerking;

namespace Hub.Azure.Export;

/// <summary>Puts back what <see cref="TableExporter"/> wrote, and reads it back to see that it is the same.</summary>
/// <param name="account">The account that it goes to.</param>
/// <param name="time">The clock.</param>
public sealed class TableRestorer(StorageAccount account, TimeProvider time)
{
    // The service takes 100 actions and 4 MB in a batch; some is left for what surrounds them. A line is larger than what travels.
    private const int MaxRows = 100;
    private const int MaxBytes = 3 * 1024 * 1024;
    private const int MaxAtOnce = 8;

    private readonly Retrying _patience = new(time);
    private readonly RowPages _pages = new(account, new Retrying(time));

    /// <summary>The tables whose file is not what the manifest says: absent, cut off, or changed.</summary>
    public static IReadOnlyList<string> Damaged(string folder, ExportManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return [.. manifest.Tables.Where(table => !IsWhole(folder, table)).Select(table => table.Name)];
    }

    /// <summary>The tables of the export that have rows where it is to be restored.</summary>
    /// <exception cref="StorageException">The storage fails.</exception>
    public async Task<IReadOnlyList<string>> FilledAsync(ExportManifest manifest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var filled = new List<string>();
        foreach (var table in manifest.Tables)
        {
            if (await _pages.AnyAsync(table.Name, cancellation).ConfigureAwait(false))
            {
                filled.Add(table.Name);
            }
        }

        return filled;
    }

    /// <summary>
    /// Makes the tables and writes all rows; a row with the same keys is replaced, and one that is not in the export stays.
    /// </summary>
    /// <param name="folder">The export.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="progress">Is told of each batch: the table, and its rows so far.</param>
    /// <param name="cancellation">Stops it; what was written stays, and doing it again goes over it.</param>
    /// <returns>The tables that afterwards are not what the export says, with how many rows they have.</returns>
    /// <exception cref="StorageException">The storage fails.</exception>
    /// <exception cref="InvalidDataException">The export is damaged.</exception>
    public async Task<IReadOnlyList<(ExportedTable Expected, long Rows)>> RestoreAsync(
        string folder,
        ExportManifest manifest,
        Action<string, long> progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(progress);
        var others = new List<(ExportedTable, long)>();
        foreach (var table in manifest.Tables)
        {
            await WriteAsync(folder, table.Name, progress, cancellation).ConfigureAwait(false);
            var (rows, hash) = await ReadBackAsync(table.Name, cancellation).ConfigureAwait(false);
            if ((rows, hash) != (table.Rows, table.Sha256))
            {
                others.Add((table, rows));
            }
        }

        return others;
    }

    private async Task WriteAsync(string folder, string table, Action<string, long> progress, CancellationToken cancellation)
    {
        await DoAsync($"tabel {table}: maken", stop => account.Tables.CreateTableIfNotExistsAsync(table, stop), cancellation)
            .ConfigureAwait(false);
        var client = account.Tables.GetTableClient(table);
        var rows = 0L;
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = cancellation };
        await Parallel
            .ForEachAsync(
                Batches(folder, table),
                options,
                async (batch, stop) =>
                {
                    await DoAsync($"tabel {table}: herstel", end => client.SubmitTransactionAsync(batch, end), stop).ConfigureAwait(false);
                    progress(table, Interlocked.Add(ref rows, batch.Count));
                }
            )
            .ConfigureAwait(false);
    }

    private Task DoAsync<T>(string operation, Func<CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        _patience.DoAsync(() => StorageFaults.Translate(operation, work, cancellation), cancellation);

    private async Task<(long Rows, string Sha256)> ReadBackAsync(string table, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var lines = new MemoryStream();
        var rows = 0L;
        await foreach (var page in _pages.ReadAsync(table, cancellation).ConfigureAwait(false))
        {
            lines.SetLength(0);
            foreach (var row in page)
            {
                RowLine.Write(lines, row);
            }
            hash.AppendData(lines.GetBuffer().AsSpan(0, (int)lines.Length));
            rows += page.Count;
        }

        return (rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // Rows stand in the order of their keys, so those of a partition stand together; a batch is of one.
    private static IEnumerable<List<TableTransactionAction>> Batches(string folder, string table)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0L;
        using var reader = Open(folder, table);
        while (reader.ReadLine() is { } line)
        {
            var row = RowLine.Read(line);
            var isFull = batch.Count == MaxRows || bytes + line.Length > MaxBytes;
            if (batch.Count > 0 && (isFull || batch[0].Entity.PartitionKey != row.PartitionKey))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
            bytes += line.Length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static bool IsWhole(string folder, ExportedTable table)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var file = File.OpenRead(ExportManifest.PathOf(folder, table.Name));
            using var content = new GZipStream(file, CompressionMode.Decompress);
            var part = new byte[64 * 1024];
            while (content.Read(part) is var count and > 0)
            {
                hash.AppendData(part, 0, count);
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset()) == table.Sha256;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static StreamReader Open(string folder, string table) =>
        new(new GZipStream(File.OpenRead(ExportManifest.PathOf(folder, table)), CompressionMode.Decompress), Encoding.UTF8);
}
