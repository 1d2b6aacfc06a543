using System.Text;

namespace Commands.Files;

/// <summary>Finds out what there is, and leaves nothing out: what can't be told or entered comes with its fault.</summary>
public static class Listing
{
    private const string NotUtf8 = "de naam is niet in UTF-8 geschreven; geef het een andere naam";

    /// <summary>What a folder holds; "" is the current one.</summary>
    public static FolderContent List(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var real = folder.Length == 0 ? "." : folder;
        var found = new List<Entry>();
        string? fault = null;
        try
        {
            // Not at once: what was found before a fault counts.
            foreach (var path in Directory.EnumerateFileSystemEntries(real))
            {
                found.Add(Look(folder, Path.GetFileName(path)));
            }
            if (RawNames.IsKnown && found.Any(entry => entry.Name.Contains('\uFFFD', StringComparison.Ordinal)))
            {
                found = [.. RawNames.In(real).Select(name => Look(folder, name))];
            }
        }
        catch (Exception reason) when (ReadFault.IsOfSystem(reason))
        {
            fault = ReadFault.Describe(reason);
        }

        found.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return new FolderContent(found, fault);
    }

    /// <summary>What a path is; null when there is nothing.</summary>
    public static Entry? Look(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            return null;
        }
        if (!OperatingSystem.IsLinux())
        {
            return Directory.Exists(path) || File.Exists(path) ? LookAnywhere(path) : null;
        }
        var bytes = RawNames.Zero(Encoding.UTF8.GetBytes(path));
        return LinuxStat.Of(bytes, follow: false).Error is Errno.NotThere or Errno.NotAFolder ? null : LookOnLinux(path, bytes);
    }

    private static Entry Look(string folder, string name)
    {
        var path = Path.Join(folder, name);
        return OperatingSystem.IsLinux() ? LookOnLinux(path, RawNames.Zero(Encoding.UTF8.GetBytes(path))) : LookAnywhere(path);
    }

    private static Entry Look(string folder, byte[] name)
    {
        if (RawNames.IsUtf8(name, out var text))
        {
            return Look(folder, text);
        }
        var path = Path.Join(folder, text);
        var bytes = RawNames.Path(folder.Length == 0 ? "." : folder, name);
        return LookOnLinux(path, bytes) with { Fault = NotUtf8, Name = Encoding.UTF8.GetString(name) };
    }

    private static Entry LookOnLinux(string path, byte[] bytes)
    {
        var itself = LinuxStat.Of(bytes, follow: false);
        var isLink = itself is { Error: 0, Type: LinuxStat.Link };
        var target = isLink ? LinuxStat.Of(bytes, follow: true) : itself;
        if (target.Error != 0)
        {
            return new Entry(path, EntryKind.Unknown, Reason(target.Error, isLink), IsLink: isLink);
        }
        return target.Type switch
        {
            LinuxStat.File => new Entry(path, EntryKind.File, IsLink: isLink),
            LinuxStat.Folder => new Entry(path, EntryKind.Folder, Identity: target.Identity, IsLink: isLink),
            LinuxStat.Pipe => Special(path, "een pipe"),
            LinuxStat.Socket => Special(path, "een socket"),
            _ => Special(path, "een apparaat"),
        };
    }

    private static Entry Special(string path, string what) => new(path, EntryKind.Special, $"dit is {what} en geen bestand");

    private static string Reason(int number, bool isLink) =>
        isLink && number is Errno.NotThere or Errno.NotAFolder
            ? "de link wijst naar iets wat er niet (meer) is"
            : Errno.Reason(number) ?? "het systeem zegt niet wat dit is";

    /// <summary>Where the system gives no more than .NET does.</summary>
    private static Entry LookAnywhere(string path)
    {
        try
        {
            var file = new FileInfo(path);
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true);
            if (Directory.Exists(path))
            {
                return new Entry(path, EntryKind.Folder, Identity: target?.FullName ?? file.FullName, IsLink: file.LinkTarget is not null);
            }
            return target is null or { Exists: false }
                ? new Entry(path, EntryKind.Unknown, Reason(Errno.NotThere, file.LinkTarget is not null))
                : new Entry(path, EntryKind.File, IsLink: file.LinkTarget is not null);
        }
        catch (Exception reason) when (ReadFault.IsOfSystem(reason))
        {
            return new Entry(path, EntryKind.Unknown, ReadFault.Describe(reason));
        }
    }
}
