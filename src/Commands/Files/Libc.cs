using System.Runtime.InteropServices;

namespace Commands.Files;

/// <summary>What .NET does not tell of files and streams. Paths are bytes that end with a zero.</summary>
internal static class Libc
{
    /// <summary>Of <see cref="Fcntl"/>: what are the flags?</summary>
    public const int GetDescriptorFlags = 1;

    /// <summary>The flag of what is not passed on to a program that is started.</summary>
    public const int CloseOnExec = 1;

    private const string Name = "libc";

    /// <summary>The flags of a descriptor; -1 when it is not open.</summary>
    [DllImport(Name, EntryPoint = "fcntl", SetLastError = true)]
    public static extern int Fcntl(int descriptor, int command);

    /// <summary>Writes some of the bytes and gives how many; -1 on a fault.</summary>
    [DllImport(Name, EntryPoint = "write", SetLastError = true)]
    public static extern nint Write(int descriptor, in byte buffer, nint count);

    /// <summary>Waits until a descriptor is ready.</summary>
    [DllImport(Name, EntryPoint = "poll", SetLastError = true)]
    public static extern int Poll(ref PollDescriptor descriptor, nuint count, int milliseconds);

    /// <summary>Linux: what a path is; the buffer has 256 bytes. -1 on a fault.</summary>
    [DllImport(Name, EntryPoint = "statx", SetLastError = true)]
    public static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] buffer);

    /// <summary>Opens a folder to list it; zero on a fault.</summary>
    [DllImport(Name, EntryPoint = "opendir", SetLastError = true)]
    public static extern nint OpenFolder(byte[] path);

    /// <summary>The next name in a folder; zero at the end.</summary>
    [DllImport(Name, EntryPoint = "readdir", SetLastError = true)]
    public static extern nint ReadFolder(nint folder);

    /// <summary>Ends listing.</summary>
    [DllImport(Name, EntryPoint = "closedir", SetLastError = true)]
    public static extern int CloseFolder(nint folder);
}
