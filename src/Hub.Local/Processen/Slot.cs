namespace Hub.Local.Processen;

/// <summary>A lock on a folder that the operating system gives back when its holder dies, in whatever way.</summary>
public sealed class Slot : IDisposable
{
    private static readonly TimeSpan Tussenpoos = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _bestand;

    private Slot(FileStream bestand) => _bestand = bestand;

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Takes the lock; null when someone else holds it.</summary>
    /// <exception cref="OpstartException">Its folder cannot be written in.</exception>
    public static Slot? Probeer(string pad)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(pad))!);
            return new Slot(new FileStream(pad, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fout) when (HeldByAnother.Contains(fout.HResult))
        {
            return null;
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            throw new OpstartException($"In de map {Path.GetDirectoryName(pad)} kan niet worden geschreven: {fout.Message} Kies met --map een andere map.", fout);
        }
    }

    /// <summary>Takes the lock as soon as it is free.</summary>
    public static async Task<Slot> WachtAsync(string pad, TimeProvider tijd, CancellationToken cancellation)
    {
        while (true)
        {
            if (Probeer(pad) is { } slot) return slot;
            await Task.Delay(Tussenpoos, tijd, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => _bestand.Dispose();
}
