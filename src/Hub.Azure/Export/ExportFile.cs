namespace Hub.Azure.Export;

/// <summary>Files and folders that nobody but their maker may read: rows tell who exchanged what with whom.</summary>
public static class ExportFile
{
    /// <summary>Makes the folder; it may be there already when it is empty.</summary>
    /// <returns>False when something is in it: an export is never mixed with what was there.</returns>
    /// <exception cref="IOException">It can't be made.</exception>
    public static bool MakeFolder(string path)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            return false;
        }
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return true;
    }

    internal static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, options);
    }
}
