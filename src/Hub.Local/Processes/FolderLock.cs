namespace Hub.Local.Processes;

/// <summary>A lock on a folder that the operating system gives back when its holder dies, in whatever way.</summary>
public sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Takes the lock; null when someone else holds it.</summary>
    /// <exception cref="StartException">Its folder cannot be written in.</exception>
    public static FolderLock? Try(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (HeldByAnother.Contains(fault.HResult))
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                $"In de map {Path.GetDirectoryName(path)} kan niet worden geschreven: {fault.Message} Kies met --map een andere map.",
                fault
            );
        }
    }

    /// <summary>Takes the lock as soon as it is free.</summary>
    public static async Task<FolderLock> WaitAsync(string path, TimeProvider time, CancellationToken cancellation)
    {
        while (true)
        {
            if (Try(path) is { } folderLock)
            {
                return folderLock;
            }
            await Task.Delay(Interval, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => _file.Dispose();
}
