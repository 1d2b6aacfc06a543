using System.Runtime.InteropServices;

namespace Commands.Files;

/// <summary>
/// What Linux tells of a path and .NET does not: pipes, sockets and devices, the number of a fault, the identity of a folder.
/// </summary>
/// <param name="Error">The number of the fault; 0 when there is none.</param>
/// <param name="Type">The kind of file, the upper four bits of its mode.</param>
/// <param name="Identity">Device and inode.</param>
internal readonly record struct LinuxStat(int Error, int Type, string Identity)
{
    public const int Pipe = 0x1000;
    public const int Folder = 0x4000;
    public const int File = 0x8000;
    public const int Link = 0xA000;
    public const int Socket = 0xC000;

    private const int CurrentFolder = -100;
    private const int NotThroughLink = 0x100;
    private const uint BasicStats = 0x7FF;

    /// <summary>Asks; a link is followed when that is said.</summary>
    public static LinuxStat Of(byte[] path, bool follow)
    {
        // struct statx: the mode at 28, the inode at 32, the device at 136 and 140.
        var buffer = new byte[256];
        if (Libc.Statx(CurrentFolder, path, follow ? 0 : NotThroughLink, BasicStats, buffer) != 0)
        {
            return new LinuxStat(Marshal.GetLastPInvokeError(), 0, "");
        }
        var type = BitConverter.ToUInt16(buffer, 28) & 0xF000;
        var device = $"{BitConverter.ToUInt32(buffer, 136)}:{BitConverter.ToUInt32(buffer, 140)}";
        return new LinuxStat(0, type, $"{device}:{BitConverter.ToUInt64(buffer, 32)}");
    }
}
