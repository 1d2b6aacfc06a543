using Hub.Local.Opstarten;

namespace Hub.Local.Processen;

/// <summary>A lock on a folder that the operating system gives back when its holder dies, in whatever way.</summary>
public sealed class Slot : IDisposable
{
    private static readonly TimeSpan Tussenpoos = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _bestand;

    private Slot(FileStream bestand) => _bestand = bestand;

    /// <summary>Takes the lock; null when someone else holds it.</summary>
    public static Slot? Probeer(string pad)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(pad))!);
        try
        {
            return new Slot(new FileStream(pad, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException fout)
        {
            throw new OpstartException($"In de map {Path.GetDirectoryName(pad)} mag niet worden geschreven.", fout);
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
