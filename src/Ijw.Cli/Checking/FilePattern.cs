using System.IO.Enumeration;
using Commands.Files;

namespace Ijw.Cli.Checking;

/// <summary>Patterns of paths that the shell has left to us: <c>*</c>, <c>?</c> and <c>**</c> for any folders.</summary>
internal static class FilePattern
{
    private const string AllFolders = "**";
    private static readonly char[] Separator = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>True when there is something to fill in.</summary>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>The files that fit, those in folders that fit, and with its fault what fits or lies on the way and can't be read.</summary>
    public static IEnumerable<Source> Find(string pattern)
    {
        var root = Path.GetPathRoot(pattern) ?? "";
        var parts = pattern[root.Length..].Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        return Find(root, parts).DistinctBy(source => source.Name);
    }

    private static IEnumerable<Source> Find(string folder, ReadOnlyMemory<string> parts)
    {
        var part = parts.Span[0];
        var rest = parts[1..];
        if (part == AllFolders)
        {
            return rest.IsEmpty ? FolderWalk.Files(folder).Select(entry => new Source(entry)) : OnEachDepth(folder, rest);
        }
        if (IsPattern(part) || rest.IsEmpty)
        {
            return InFolder(folder, part, rest);
        }
        return Listing.Look(Path.Join(folder, part)) is { } under ? Further(under, rest) : [];
    }

    private static IEnumerable<Source> OnEachDepth(string folder, ReadOnlyMemory<string> rest)
    {
        foreach (var (under, content) in FolderWalk.Folders(folder))
        {
            foreach (var source in Find(under, rest))
            {
                yield return source;
            }
            foreach (var entry in content.Entries.Where(IsClosedFolder))
            {
                yield return new Source(entry);
            }
            if (content.Fault is { } fault)
            {
                yield return new Source(under, fault);
            }
        }
    }

    private static IEnumerable<Source> InFolder(string folder, string part, ReadOnlyMemory<string> rest)
    {
        var content = Listing.List(folder);
        var past = content.Entries.Where(entry => Past(part, entry.Name));
        foreach (var source in past.SelectMany(entry => Further(entry, rest)))
        {
            yield return source;
        }
        if (content.Fault is { } fault)
        {
            yield return new Source(folder, fault);
        }
    }

    /// <summary>What has come of a part of the pattern, and what the rest of it says.</summary>
    private static IEnumerable<Source> Further(Entry found, ReadOnlyMemory<string> rest)
    {
        if (FolderWalk.CanEnter(found))
        {
            return rest.IsEmpty ? FolderContent.AllBerichten(found.Path) : Find(found.Path, rest);
        }
        return rest.IsEmpty || IsClosedFolder(found) ? [new Source(found)] : [];
    }

    private static bool IsClosedFolder(Entry entry) => entry.Fault is not null && entry.Kind is EntryKind.Folder or EntryKind.Unknown;

    private static bool Past(string part, string name)
    {
        if (name.StartsWith('.') && !part.StartsWith('.'))
        {
            return false;
        }
        return FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: OperatingSystem.IsWindows());
    }
}
