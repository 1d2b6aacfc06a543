using Commands.Files;

namespace Hub.Beheer;

/// <summary>The XML files of a folder and all under it, or of a zip, by name, and with its fault all else that is there.</summary>
internal static class HistorySource
{
    /// <summary>What to say of a file that can't be a bericht.</summary>
    public const string NeitherXmlNorZip = "dit is geen .xml en geen .zip";

    /// <summary>All there is, found while it is asked for: read a file before the next; null when there is nothing of this name.</summary>
    public static IEnumerable<SourceFile>? Find(string path) =>
        Listing.Look(path) switch
        {
            null => null,
            { Kind: EntryKind.Folder } => FolderWalk
                .Files(path)
                .SelectMany(entry => Of(entry, Path.GetRelativePath(path, entry.Path), isSource: false)),
            { } entry => Of(entry, Path.GetFileName(path), isSource: true),
        };

    /// <summary>Whether the name of a file says that it is XML.</summary>
    public static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the name of a file says that it is a zip.</summary>
    public static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SourceFile> Of(Entry entry, string name, bool isSource)
    {
        if (entry.Fault is not null)
        {
            return [new SourceFile(name, null, entry.Fault)];
        }
        if (IsXml(name))
        {
            return [new SourceFile(name, () => File.OpenRead(entry.Path))];
        }
        return IsZip(name) ? ZipContent.Of(name, isSource ? "" : $"{name}/", entry.Path) : [new SourceFile(name, null, NeitherXmlNorZip)];
    }
}
