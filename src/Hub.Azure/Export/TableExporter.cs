using System.IO.Compression;
using System.Security.Cryptography;
using Hub.Azure.Table;
using Hub.Verwerking;

namespace Hub.Azure.Export;

/// <summary>
/// Writes every table of the account in a folder: per table its rows as lines (<see cref="RowLine"/>), compressed, and the manifest last.
/// Each table is as it was while it was read: of one moment only when the app stands still.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="time">The clock.</param>
public sealed class TableExporter(StorageAccount account, TimeProvider time)
{
    private readonly RowPages _pages = new(account, new Retrying(time));

    /// <summary>The tables of the hub that are not there; in Azure, Bicep has made them all.</summary>
    /// <param name="register">The table of the register, as the settings name it.</param>
    /// <param name="exported">What was exported.</param>
    public static IReadOnlyList<string> Missing(string register, ExportManifest exported)
    {
        ArgumentNullException.ThrowIfNull(exported);
        var there = exported.Tables.Select(table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Tables.All.Select(name => name == "register" ? register : name).Where(name => !there.Contains(name))];
    }

    /// <summary>Writes the export; the folder exists and is empty.</summary>
    /// <param name="folder">Where it comes.</param>
    /// <param name="progress">Is told of each page: the table, and its rows so far.</param>
    /// <param name="cancellation">Stops it; what was written stays, without a manifest.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="StorageException">The storage fails.</exception>
    public async Task<ExportManifest> ExportAsync(string folder, Action<string, long> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var made = time.GetUtcNow();
        var tables = new List<ExportedTable>();
        foreach (var name in await NamesAsync(cancellation).ConfigureAwait(false))
        {
            tables.Add(await ExportAsync(folder, name, progress, cancellation).ConfigureAwait(false));
        }
        var manifest = new ExportManifest(made, tables);
        manifest.Write(folder);
        return manifest;
    }

    private Task<List<string>> NamesAsync(CancellationToken cancellation) =>
        StorageFaults.Translate(
            "tabellen: lijst",
            async stop =>
            {
                var names = new List<string>();
                await foreach (var table in account.Tables.QueryAsync(cancellationToken: stop).ConfigureAwait(false))
                {
                    names.Add(table.Name);
                }
                names.Sort(StringComparer.Ordinal);
                return names;
            },
            cancellation
        );

    private async Task<ExportedTable> ExportAsync(string folder, string name, Action<string, long> progress, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var lines = new MemoryStream();
        using var file = ExportFile.Create(ExportManifest.PathOf(folder, name));
        var rows = 0L;
        using (var compressed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            await foreach (var page in _pages.ReadAsync(name, cancellation).ConfigureAwait(false))
            {
                lines.SetLength(0);
                foreach (var row in page)
                {
                    RowLine.Write(lines, row);
                }
                var written = lines.GetBuffer().AsMemory(0, (int)lines.Length);
                hash.AppendData(written.Span);
                await compressed.WriteAsync(written, cancellation).ConfigureAwait(false);
                rows += page.Count;
                progress(name, rows);
            }
        }

        file.Flush(flushToDisk: true);
        return new ExportedTable(name, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
