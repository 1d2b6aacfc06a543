using System.Runtime.InteropServices;
using System.Text;

namespace Commands.Files;

/// <summary>
/// The names in a folder as the bytes that they are: .NET shows each byte that is no UTF-8 as U+FFFD, and then finds nothing under that
/// name.
/// </summary>
internal static class RawNames
{
    // struct dirent of 64 bit Linux: inode 8, offset 8, length of the record 2, kind 1, and the name.
    private const int NameOffset = 19;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>True where the layout of the list is known.</summary>
    public static bool IsKnown => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>The names, without the folder itself and the one above.</summary>
    /// <exception cref="IOException">It can't be listed.</exception>
    public static List<byte[]> In(string folder)
    {
        var names = new List<byte[]>();
        var list = Libc.OpenFolder(Zero(Encoding.UTF8.GetBytes(folder)));
        if (list == 0)
        {
            throw new IOException("opendir", Marshal.GetLastPInvokeError());
        }
        try
        {
            while (Libc.ReadFolder(list) is not 0 and var record)
            {
                var name = Bytes(record + NameOffset);
                if (!name.AsSpan().SequenceEqual("."u8) && !name.AsSpan().SequenceEqual(".."u8))
                {
                    names.Add(name);
                }
            }
        }
        finally
        {
            _ = Libc.CloseFolder(list);
        }

        return names;
    }

    /// <summary>The name as text when it is UTF-8.</summary>
    public static bool IsUtf8(byte[] name, out string text)
    {
        try
        {
            text = Strict.GetString(name);
            return true;
        }
        catch (ArgumentException)
        {
            text = string.Concat(name.Select(one => one is >= 0x20 and < 0x7F ? ((char)one).ToString() : $"\\x{one:X2}"));
            return false;
        }
    }

    /// <summary>The path of a name in a folder.</summary>
    public static byte[] Path(string folder, byte[] name) => Zero([.. Encoding.UTF8.GetBytes(folder), (byte)'/', .. name]);

    /// <summary>A path as the system wants it.</summary>
    public static byte[] Zero(byte[] path) => [.. path, 0];

    private static byte[] Bytes(nint text)
    {
        var name = new List<byte>();
        for (var at = text; Marshal.ReadByte(at) is not 0 and var one; at++)
        {
            name.Add(one);
        }
        return [.. name];
    }
}
