namespace Commands.Files;

/// <summary>
/// A folder with all under it. Links to folders are followed after all else, and no folder is entered twice: a link may lead round.
/// </summary>
public static class FolderWalk
{
    /// <summary>Each folder with what it holds, the first one first, then by name.</summary>
    public static IEnumerable<(string Folder, FolderContent Content)> Folders(string folder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var links = new Queue<Entry>();
        var first = Listing.Look(folder.Length == 0 ? "." : folder) ?? new Entry(folder, EntryKind.Folder);
        foreach (var one in Walk(first with { Path = folder, IsLink = false }, seen, links))
        {
            yield return one;
        }
        while (links.TryDequeue(out var link))
        {
            foreach (var one in Walk(link, seen, links))
            {
                yield return one;
            }
        }
    }

    /// <summary>All but folders that can be entered: files, and what can't be read, entered or listed, with its fault.</summary>
    public static IEnumerable<Entry> Files(string folder)
    {
        foreach (var (path, content) in Folders(folder))
        {
            foreach (var entry in content.Entries.Where(entry => !CanEnter(entry)))
            {
                yield return entry;
            }
            if (content.Fault is { } fault)
            {
                yield return new Entry(path, EntryKind.Folder, fault);
            }
        }
    }

    /// <summary>True for a folder of which nothing is known that keeps us out.</summary>
    public static bool CanEnter(Entry entry) => entry is { Kind: EntryKind.Folder, Fault: null };

    private static IEnumerable<(string Folder, FolderContent Content)> Walk(Entry first, HashSet<string> seen, Queue<Entry> links)
    {
        var isLinked = first.IsLink;
        var todo = new Stack<Entry>([first]);
        while (todo.TryPop(out var folder))
        {
            // A folder proper has one path only; behind a link is what may have been seen.
            if (folder.Identity is { } identity && !seen.Add(identity) && isLinked)
            {
                continue;
            }
            var content = Listing.List(folder.Path);
            yield return (folder.Path, content);
            foreach (var entry in content.Entries.Where(CanEnter).Reverse())
            {
                if (!entry.IsLink)
                {
                    todo.Push(entry);
                }
            }

            foreach (var entry in content.Entries.Where(entry => CanEnter(entry) && entry.IsLink))
            {
                links.Enqueue(entry);
            }
        }
    }
}
