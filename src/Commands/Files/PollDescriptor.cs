using System.Runtime.InteropServices;

namespace Commands.Files;

/// <summary>What to wait for, and what came.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollDescriptor
{
    public int Descriptor;

    public short Events;

    public short Returned;
}
