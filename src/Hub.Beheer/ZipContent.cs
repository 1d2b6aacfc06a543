using System.IO.Compression;
using Commands.Files;

namespace Hub.Beheer;

/// <summary>
/// What a zip holds, and the zips in it, from outside: how deep and how much is unpacked is bounded, and what is not read is said.
/// </summary>
internal static class ZipContent
{
    /// <summary>How many zips may stand in one another.</summary>
    public const int MaxDepth = 3;

    /// <summary>A zip in a zip is unpacked in memory: at most so many bytes.</summary>
    public const int MaxNestedBytes = 256 * 1024 * 1024;

    private static readonly FileStreamOptions Reading = new()
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read,
    };

    /// <summary>The files in the zip at a path, in the order of their names.</summary>
    /// <param name="name">By what people know the zip.</param>
    /// <param name="prefix">What the names of its files begin with.</param>
    /// <param name="path">Where it is.</param>
    public static IEnumerable<SourceFile> Of(string name, string prefix, string path)
    {
        if (Open(() => new FileStream(path, Reading), out var fault) is not { } zip)
        {
            return [new SourceFile(name, null, fault)];
        }
        return In(zip, name, prefix, 1, new ZipBudget(new FileInfo(path).Length));
    }

    private static IEnumerable<SourceFile> In(ZipArchive zip, string name, string prefix, int depth, ZipBudget budget)
    {
        using (zip)
        {
            foreach (var entry in zip.Entries.Where(entry => !IsFolder(entry)).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                if (budget.IsSpent)
                {
                    yield return new SourceFile(name, null, $"{ZipBudget.Fault}; de rest ervan is overgeslagen");
                    yield break;
                }

                foreach (var file in Of(entry, prefix + entry.FullName, depth, budget))
                {
                    yield return file;
                }
            }
        }
    }

    private static IEnumerable<SourceFile> Of(ZipArchiveEntry entry, string name, int depth, ZipBudget budget)
    {
        if (entry.IsEncrypted)
        {
            return [new SourceFile(name, null, "het is met een wachtwoord versleuteld")];
        }
        if (HistorySource.IsXml(name))
        {
            return [new SourceFile(name, () => Unpack(entry, budget))];
        }
        if (!HistorySource.IsZip(name))
        {
            return [new SourceFile(name, null, HistorySource.NeitherXmlNorZip)];
        }
        if (depth == MaxDepth)
        {
            return [new SourceFile(name, null, $"dit is een zip die dieper zit dan {MaxDepth} zips in elkaar")];
        }
        return Open(() => InMemory(entry, budget), out var fault) is { } zip
            ? In(zip, name, $"{name}/", depth + 1, budget)
            : [new SourceFile(name, null, fault)];
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.Length == 0 && entry.FullName is [.., '/' or '\\'];

    private static ZipStream Unpack(ZipArchiveEntry entry, ZipBudget budget) => new(entry.Open(), entry.Length, entry.Crc32, budget);

    private static MemoryStream InMemory(ZipArchiveEntry entry, ZipBudget budget)
    {
        if (entry.Length > MaxNestedBytes)
        {
            throw new FaultException($"deze zip in een zip is groter dan {MaxNestedBytes / (1024 * 1024)} MB");
        }
        using var packed = Unpack(entry, budget);
        var memory = new MemoryStream();
        packed.CopyTo(memory);
        memory.Position = 0;
        return memory;
    }

    /// <summary>Opens a zip with its table of contents; null and the fault when that can't be.</summary>
    private static ZipArchive? Open(Func<Stream> open, out string? fault)
    {
        Stream? stream = null;
        try
        {
            stream = open();
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            _ = zip.Entries;
            fault = null;
            return zip;
        }
        catch (Exception reason) when (ReadFault.IsOfSystem(reason))
        {
            stream?.Dispose();
            fault = ReadFault.Describe(reason);
            return null;
        }
    }
}
